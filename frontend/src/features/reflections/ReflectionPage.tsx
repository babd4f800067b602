/** Being built. */
export function ReflectionPage() {
  return null;
}
