import type { Schemas } from '@/api/client';

/** What one reader has read of one thing, over all the times they did. */
export interface ReadsOfOne {
  key: string;
  latest: Schemas['AccessRow'];
  /** Keys of the guide's topics. */
  topics: Set<string>;
  count: number;
}

/** Reads of the same by the same, together; in the order of the latest, as the service answers them. */
export function togetherByWhat(rows: Schemas['AccessRow'][]): ReadsOfOne[] {
  const together = new Map<string, ReadsOfOne>();
  for (const row of rows) {
    const reader = row.reader?.id ?? row.system;
    const key = [row.content, reader, row.dialogueId, row.revision].join(' ');
    const one = together.get(key) ?? { key, latest: row, topics: new Set<string>(), count: 0 };
    for (const topic of row.topics) one.topics.add(topic);
    one.count++;
    together.set(key, one);
  }
  return [...together.values()];
}
