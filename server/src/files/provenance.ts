import sharp from 'sharp';

/** IPTC digital source types this product can claim: https://cv.iptc.org/newscodes/digitalsourcetype/ */
export type PictureSource =
  | 'algorithmicMedia'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia';

/** The machine-readable "made by a computer" mark: XMP with Iptc4xmpExt:DigitalSourceType and the tool that made it. */
export function provenanceXmp(source: PictureSource, engine: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${source}</Iptc4xmpExt:DigitalSourceType><xmp:CreatorTool>Lumiku ${escapeXml(engine)}</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const DIGITAL_SOURCE = /http:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/[A-Za-z]+/;

/** The digital source type (its whole address) a picture's XMP names; null for a picture without the mark. */
export function digitalSourceOf(xmp: Uint8Array | undefined): string | null {
  return DIGITAL_SOURCE.exec(xmp === undefined ? '' : new TextDecoder().decode(xmp))?.[0] ?? null;
}

/** Decodes the picture (so a broken one is never stored), marks it, encodes it in the same format. */
export async function markPicture(
  bytes: Uint8Array,
  mark: { mediaType: string; source: PictureSource; engine: string },
): Promise<{ bytes: Uint8Array; widthPx: number; heightPx: number }> {
  const picture = sharp(bytes, { failOn: 'truncated', sequentialRead: true }).withXmp(
    provenanceXmp(mark.source, mark.engine),
  );
  const encoded =
    mark.mediaType === 'image/png'
      ? picture.png({ compressionLevel: 6 })
      : mark.mediaType === 'image/webp'
        ? picture.webp({ quality: 95 })
        : picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
