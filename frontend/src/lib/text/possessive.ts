/** A name as the owner of something: Annas, Jonas’, Anna’s. */
export function possessive(name: string, language: string): string {
  if (language === 'en') return `${name}’s`;
  return /[sxz]$/i.test(name) ? `${name}’` : `${name}s`;
}
