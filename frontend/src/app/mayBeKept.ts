/** Whose words the answers at these addresses hold, by how the address ends. */
const AUTHORS: [end: string, author: 'EVALUATEE' | 'PARTNER'][] = [
  ['/dialogues', 'EVALUATEE'],
  ['/dialogues/{dialogueId}', 'EVALUATEE'],
  ['/reflections', 'EVALUATEE'],
  ['/partner-feedback', 'PARTNER'],
];

/**
 * What nobody writes in without a network: what is administered, with names of everybody, and what there is of a team, of which
 * what somebody has released may be taken back.
 */
const ASKED_ANEW = /\/(directory|invitations|erasure-requests|audit|teams)(\/|$)/;

/**
 * Whether an answer may be kept on the device. What the other shares may be taken back, and must then be gone here
 * too: it is asked for each time. One's own is what a page is written in without a network.
 */
export function mayBeKept(path: unknown, data: unknown): boolean {
  if (typeof path === 'string' && ASKED_ANEW.test(path)) return false;
  const author = AUTHORS.find(([end]) => typeof path === 'string' && path.endsWith(end))?.[1];
  if (!author) return true;
  const views = (Array.isArray(data) ? data : [data]) as { reader?: string }[];
  return views.every(({ reader }) => reader === author);
}
