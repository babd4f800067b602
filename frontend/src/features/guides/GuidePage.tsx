/** Being built. */
export function GuidePage() {
  return null;
}
