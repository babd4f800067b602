import type { Schemas } from '@/api/client';

type Figure = Schemas['InsightFigure'];
type Quarter = Schemas['InsightQuarter'];

/** A figure with the one of the same thing in the quarter before. */
export interface Told {
  figure: Figure;
  /** How many more there are in the team; undefined where one of the two is not shown. */
  change: number | undefined;
}

const sameThing = (one: Figure, other: Figure) =>
  one.measure === other.measure &&
  one.topic?.guide === other.topic?.guide &&
  one.topic?.key === other.topic?.key;

/** The figures of a quarter, each beside the one before it. */
export function told(quarters: Quarter[], at: number): Told[] {
  const before = quarters[at + 1]?.figures ?? [];
  return (quarters[at]?.figures ?? []).map((figure) => {
    const earlier = before.find((one) => sameThing(one, figure))?.inTeam;
    const now = figure.inTeam;
    return {
      figure,
      change: now !== undefined && earlier !== undefined ? now - earlier : undefined,
    };
  });
}

/** Something came of rounds: how many there are in the team is nothing new. */
export const isSeen = ({ measure, inTeam, inOrganisation }: Figure) =>
  measure !== 'EVERYONE' && (inTeam !== undefined || inOrganisation !== undefined);

/** What the bars are a part of: everybody, or the longest of them where that is not shown. */
export function whole(figures: Figure[], of: 'inTeam' | 'inOrganisation'): number {
  return Math.max(...figures.map((figure) => figure[of] ?? 0), 1);
}
