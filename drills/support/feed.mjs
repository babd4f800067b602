/** All summaries that HR's client can read now, page by page from the beginning. */
export async function wholeFeed(hr) {
  const summaries = [];
  for (let cursor = '', more = true; more; ) {
    const { body } = await hr.does('GET', `/summaries?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    summaries.push(...body.summaries);
    ({ cursor, more } = body);
  }
  return summaries;
}
