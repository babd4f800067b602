/** All text in a value, part by part, for taking it elsewhere. */
export function words(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join('\n');
  if (value && typeof value === 'object') {
    return Object.values(value).map(words).filter(Boolean).join('\n\n');
  }
  return '';
}
