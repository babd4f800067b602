/** Whether something grows: what was measured in the last third of a time beside what was in the first. */

/** @param share of them that are less: 0.5 for the median */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The medians of the first third and of the last. */
export function thirds(numbers) {
  const third = Math.floor(numbers.length / 3);
  return { first: percentile(numbers.slice(0, third), 0.5), last: percentile(numbers.slice(-third), 0.5) };
}

/**
 * What may be more in the last third than in the first and is still no growth: a share of the first, and so much besides.
 *
 * @returns whether it has grown
 */
export function grows(numbers, { share = 0, besides = 0 }) {
  const { first, last } = thirds(numbers);
  return last > first * (1 + share) + besides;
}
