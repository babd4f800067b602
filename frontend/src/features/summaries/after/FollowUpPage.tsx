/** Being built. */
export function FollowUpPage() {
  return null;
}
