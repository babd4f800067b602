/** Being built. */
export function PreparationPage() {
  return null;
}
