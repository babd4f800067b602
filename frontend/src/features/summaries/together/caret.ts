/**
 * Where the caret belongs after a text was changed elsewhere: it stays with the words it stood by. Inside what was
 * replaced it goes to the end of what came instead.
 */
export function caretAfter(before: string, after: string, caret: number): number {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (caret <= start) return caret;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const fromEnd = before.length - caret;
  return after.length - Math.min(fromEnd, end);
}
