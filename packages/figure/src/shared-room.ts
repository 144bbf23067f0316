/** Memory that other threads can read too, where the platform hands out such: browsers do only to isolated pages. */
export const sharedRoom = (bytes: number): ArrayBufferLike =>
  typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
