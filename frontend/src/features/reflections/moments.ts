import type { Schemas } from '@/api/client';

type Moment = Schemas['Moment'];

/** Names the field of a moment: its second, and a number where the same second has several. */
export type MomentField = `moment:${string}`;

/**
 * A reflection as it is written here: the text, and each moment's note as a field of its own. The service holds
 * moments as a list without names, so a field is named by its second. Two devices that each add a moment, or
 * edit different notes, are then merged without asking.
 */
export type ReflectionContent = { text: string } & {
  [field: MomentField]: string | undefined;
};

export interface NotedMoment extends Moment {
  field: MomentField;
}

/** The field of a second's first moment. */
export function fieldOf(second: number): MomentField {
  return `moment:${second}`;
}

export function contentOf({
  text,
  moments,
}: {
  text: string;
  moments: Moment[];
}): ReflectionContent {
  const content: ReflectionContent = { text };
  for (const { second, note } of moments) {
    let field = fieldOf(second);
    for (let n = 2; content[field] !== undefined; n++) field = `moment:${second}.${n}`;
    content[field] = note;
  }
  return content;
}

/** The moments in order of time. */
export function momentsOf(content: ReflectionContent): NotedMoment[] {
  return Object.entries(content)
    .flatMap(([name, note]) =>
      isMoment(name) && note !== undefined && note !== null
        ? [{ field: name, note, place: placeOf(name) }]
        : [],
    )
    .sort((a, b) => a.place.second - b.place.second || a.place.number - b.place.number)
    .map(({ field, note, place }) => ({ field, note, second: place.second }));
}

export function toWrite(content: ReflectionContent): Schemas['WriteReflection'] {
  return {
    text: content.text,
    moments: momentsOf(content).map(({ second, note }) => ({ second, note })),
  };
}

/** Whether anything is written: a moment says something even before it has a note. */
export function isWritten(content: ReflectionContent): boolean {
  return content.text.trim() !== '' || momentsOf(content).length > 0;
}

function isMoment(name: string): name is MomentField {
  return name.startsWith('moment:');
}

function placeOf(field: MomentField): { second: number; number: number } {
  const [second = 0, number = 1] = field.slice('moment:'.length).split('.').map(Number);
  return { second, number };
}

/** Seconds of a time code as people write it: `75`, `1:15`, `1.15` or `0:01:15`; undefined where it is none. */
export function secondsOf(timecode: string): number | undefined {
  const parts = timecode.trim().split(/[:.]/);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return undefined;
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds <= LONGEST ? seconds : undefined;
}

/** A day: longer than the service takes. */
const LONGEST = 86_400;
