/** What a picture could be called, from its file name; nothing for names a camera gave. */
export function nameOfFile(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .replace(/[_-]+/gu, ' ')
    .trim();
  const isFromCamera =
    /^(img|dsc|dscn|pxl|photo|image|picture|screenshot|whatsapp image|signal)?[\s\d.()]*( at [\d.\s]+)?$/iu.test(
      bare,
    ) || /^(img|dsc|pxl|wa)?\s?\d{6,}/iu.test(bare);
  if (isFromCamera) return '';
  return [...(bare.charAt(0).toLocaleUpperCase() + bare.slice(1))].slice(0, 100).join('');
}
