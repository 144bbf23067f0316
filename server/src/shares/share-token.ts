import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface ShareTokens {
  /** 44 letters that only this studio can make for this link. */
  of(id: string): string;
  /** The link's id, or null for whatever this studio did not sign. */
  read(token: string): string | null;
}

const SHAPE = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{22})$/;
const SIGNATURE_BYTES = 16;

/**
 * Signs links with a key derived from the studio's secret: a guess is turned away before the database is asked, and a
 * new secret ends every link at once.
 */
export function createShareTokens(secret: string): ShareTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'lumiku share links', 32));
  const sign = (id: Buffer) =>
    createHmac('sha256', key).update(id).digest().subarray(0, SIGNATURE_BYTES);
  return {
    of: (id) => {
      const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
      return bytes.toString('base64url') + sign(bytes).toString('base64url');
    },
    read: (token) => {
      const [, idText = '', signature = ''] = SHAPE.exec(token) ?? [];
      const bytes = Buffer.from(idText, 'base64url');
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== SIGNATURE_BYTES || !timingSafeEqual(given, sign(bytes))) return null;
      return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
    },
  };
}
