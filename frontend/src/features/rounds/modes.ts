import type { Schemas } from '@/api/client';

/** What there is to choose among: with video only where the organisation offers it, or it is chosen already. */
export const modesOffered = (video: boolean): Schemas['RoundMode'][] =>
  video ? ['WITHOUT_VIDEO', 'WITH_VIDEO'] : ['WITHOUT_VIDEO'];
