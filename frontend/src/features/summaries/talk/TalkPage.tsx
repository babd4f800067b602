/** Being built. */
export function TalkPage() {
  return null;
}
