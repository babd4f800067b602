import { type PersonalData, personalDataOf } from '@/lib/personalData/personalData';
import { type Content, same } from './merge';

/** A field that is not sent because of the personal data in it. */
export interface HeldBack {
  field: string;
  /** What its writer has not been asked about; a CPR number cannot be kept. */
  kinds: PersonalData[];
}

/** The kinds that the writer keeps, by field. */
export type KeptKinds = Record<string, PersonalData[]>;

/**
 * The fields of mine that are to stay on the device: they hold personal data of a kind that the service does not hold
 * there already, and that their writer does not keep.
 */
export function heldBack(mine: Content, base: Content, kept: KeptKinds): HeldBack[] {
  return Object.keys(mine).flatMap((field) => {
    if (same(mine[field], base[field])) return [];
    const known = new Set([...(kept[field] ?? []), ...personalDataOf(base[field])]);
    const kinds = personalDataOf(mine[field]).filter((kind) => !known.has(kind));
    return kinds.length ? [{ field, kinds }] : [];
  });
}
