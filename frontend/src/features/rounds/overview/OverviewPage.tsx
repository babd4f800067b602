/** Being built. */
export function OverviewPage() {
  return null;
}
