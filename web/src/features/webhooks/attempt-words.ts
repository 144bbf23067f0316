import type { Words } from '@lumiku/contract';

/** What the server writes into its log, in English, and the same in Indonesian. */
const SENTENCES: readonly [RegExp, (parts: readonly string[]) => string][] = [
  [
    /^Answered (\d+), a redirect; redirects are not followed\.$/,
    ([, status]) => `Dijawab ${status}, pengalihan; pengalihan tidak diikuti.`,
  ],
  [/^Answered (\d+) instead of 2xx\.$/, ([, status]) => `Dijawab ${status}, bukan 2xx.`],
  [
    /^No answer within (\d+) seconds\.$/,
    ([, seconds]) => `Tidak ada jawaban dalam ${seconds} detik.`,
  ],
  [/^The name of the server cannot be found\.$/, () => 'Nama server tidak ditemukan.'],
  [/^The server does not accept connections\.$/, () => 'Server tidak menerima sambungan.'],
  [
    /^The connection was closed before an answer came\.$/,
    () => 'Sambungan ditutup sebelum ada jawaban.',
  ],
  [
    /^(\S+) leads to a private or loopback address, which webhooks of this studio may not reach\.$/,
    ([, host]) =>
      `${host} menuju alamat pribadi atau lokal, yang tidak boleh dicapai webhook studio ini.`,
  ],
  [/^Nothing could be sent\.$/, () => 'Tidak ada yang dapat dikirim.'],
];

/** Why an attempt did not count, in both languages; what no sentence is known for stays as it was written. */
export function attemptWords(error: string): Words {
  for (const [pattern, indonesian] of SENTENCES) {
    const parts = pattern.exec(error);
    if (parts) return { en: error, id: indonesian(parts) };
  }
  return { en: error, id: error };
}
