/** The cursor of the next page, from the `Link` header of this one (RFC 8288): `<…?cursor=abc>; rel="next"`. */
export function nextCursor(answer: Response): string | undefined {
  const address = answer.headers.get('Link')?.match(/<([^>]+)>;\s*rel="?next"?/)?.[1];
  return address
    ? (new URL(address, location.origin).searchParams.get('cursor') ?? undefined)
    : undefined;
}
