/** The fields that a person fills in, each merged on its own. */
export type Content = Record<string, unknown>;

/** Whether two values of a field say the same. A field that is left out says nothing, as does null. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Whether two contents say the same in every field. */
export function sameContent(a: Content, b: Content): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) =>
    same(a[field], b[field]),
  );
}

/**
 * A three-way merge, field by field: what only one of the two changed since `base` is taken from them; what
 * both changed to different things stays as mine and is named in `conflicts`.
 */
export function merge<T extends Content>(
  base: T,
  mine: T,
  theirs: T,
): { merged: T; conflicts: string[] } {
  const merged: Content = { ...mine };
  const conflicts: string[] = [];
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (same(mine[field], theirs[field])) continue;
    if (same(mine[field], base[field])) merged[field] = theirs[field];
    else if (!same(theirs[field], base[field])) conflicts.push(field);
  }
  return { merged: merged as T, conflicts };
}

/** Both texts one after the other, or both lists with what they share once; undefined for anything else. */
export function both(first: unknown, second: unknown): unknown {
  if (typeof first === 'string' && typeof second === 'string' && first && second) {
    return `${first}\n\n${second}`;
  }
  if (Array.isArray(first) && Array.isArray(second)) {
    return [...first, ...second.filter((one) => !first.some((other) => same(one, other)))];
  }
  return undefined;
}
