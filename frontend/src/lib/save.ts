/** Hands it to the browser as a download; it is kept nowhere else. */
export function save(blob: Blob | undefined, name: string): void {
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Once the browser has begun to take it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
