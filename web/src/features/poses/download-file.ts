/** Hands a file made in the page to the browser's downloads. */
export function downloadFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]+/g, '-');
  link.click();
  // The browser has read the address by then; kept, it would hold the file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
