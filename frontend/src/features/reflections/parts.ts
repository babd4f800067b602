import type { Schemas } from '@/api/client';

/** A topic of the guide, and what I have written on it. */
export interface Part {
  topic: Schemas['GuideTopic'];
  view: Schemas['OwnReflection'];
}

/** In the guide's order. */
export function partsOf(
  topics: Schemas['GuideTopic'][],
  reflections: Schemas['OwnReflection'][],
): Part[] {
  return topics.flatMap((topic) => {
    const view = reflections.find((reflection) => reflection.topic === topic.key);
    return view ? [{ topic, view }] : [];
  });
}
