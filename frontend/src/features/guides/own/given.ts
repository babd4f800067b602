import type { Schemas } from '@/api/client';

const both = (words: string) => ({ evaluatee: `Jeg: ${words}`, partner: `Den anden: ${words}` });

const topic = (
  key: string,
  title: string,
  ...questions: string[]
): Schemas['GuideContentTopic'] => ({
  key,
  da: { title, ...both(`${title}?`) },
  en: { title: `${title} (en)`, ...both(`${title} (en)?`) },
  questions: questions.map((question) => ({
    key: question,
    da: both(`${question}?`),
    en: both(`${question} (en)?`),
  })),
});

/** An own guide with two topics, published once and changed since; each test says what it needs otherwise. */
export function managedGuide(
  given: Partial<Schemas['ManagedGuide']> = {},
): Schemas['ManagedGuide'] {
  return {
    id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f11',
    version: 4,
    builtIn: false,
    publishedVersion: 1,
    publishedAt: '2026-11-20T09:00:00Z',
    unpublishedChanges: true,
    content: {
      da: { title: 'Ved skranken i Fjordby', introduction: 'Et spejl.' },
      en: { title: 'At the desk in Fjordby', introduction: 'A mirror.' },
      topics: [topic('welcome', 'Velkomst', 'smil', 'ro'), topic('closing', 'Afslutning')],
    },
    ...given,
  };
}

export const builtIn = managedGuide({
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10',
  version: 1,
  builtIn: true,
  unpublishedChanges: false,
  content: { ...managedGuide().content, da: { title: 'Borgerservice', introduction: 'Et spejl.' } },
});

/** The same in the list. */
export function rowOf({
  content,
  version: _,
  ...guide
}: Schemas['ManagedGuide']): Schemas['ManagedGuideRow'] {
  return { ...guide, title: content.da.title };
}
