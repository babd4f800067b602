/** Being built. */
export function StartPage() {
  return null;
}
