/** Being built. */
export function DialoguesPage() {
  return null;
}
