import type { Schemas } from '@/api/client';
import type { Language } from '@/lib/text/language';

export const LANGUAGES = ['da', 'en'] as const satisfies Language[];
export type Content = Schemas['GuideContent'];

/** As many as the service takes. */
export const MOST_TOPICS = 12;
export const MOST_QUESTIONS = 20;

/**
 * A guide as fields that are merged one by one: each text, and the order of the topics and of each topic's questions as
 * lists of keys. A text of something that is in no list is not sent.
 */
export type GuideFields = Record<string, string | string[] | undefined>;

export const headingField = (language: Language, part: 'title' | 'introduction') =>
  `${language}.${part}`;
export const TOPICS = 'topics';
export const topicField = (
  topic: string,
  language: Language,
  part: 'title' | 'evaluatee' | 'partner',
) => `${topic}.${language}.${part}`;
export const questionsField = (topic: string) => `${topic}.questions`;
export const questionField = (
  topic: string,
  question: string,
  language: Language,
  wording: 'evaluatee' | 'partner',
) => `${topic}.${question}.${language}.${wording}`;

const textIn = (fields: GuideFields, field: string) => {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
};
const listIn = (fields: GuideFields, field: string) => {
  const value = fields[field];
  return Array.isArray(value) ? value : [];
};

export const topicsOf = (fields: GuideFields) => listIn(fields, TOPICS);
export const questionsOf = (fields: GuideFields, topic: string) =>
  listIn(fields, questionsField(topic));

export function fieldsOf({ da, en, topics }: Content): GuideFields {
  const fields: GuideFields = { [TOPICS]: topics.map(({ key }) => key) };
  for (const [language, heading] of [
    ['da', da],
    ['en', en],
  ] as const) {
    fields[headingField(language, 'title')] = heading.title;
    fields[headingField(language, 'introduction')] = heading.introduction;
  }
  for (const topic of topics) {
    fields[questionsField(topic.key)] = topic.questions.map(({ key }) => key);
    for (const language of LANGUAGES) {
      const { title, evaluatee, partner } = topic[language];
      fields[topicField(topic.key, language, 'title')] = title;
      fields[topicField(topic.key, language, 'evaluatee')] = evaluatee;
      fields[topicField(topic.key, language, 'partner')] = partner;
      for (const question of topic.questions) {
        const said = question[language];
        fields[questionField(topic.key, question.key, language, 'evaluatee')] = said.evaluatee;
        fields[questionField(topic.key, question.key, language, 'partner')] = said.partner;
      }
    }
  }
  return fields;
}

export function contentOf(fields: GuideFields): Content {
  const heading = (language: Language) => ({
    title: textIn(fields, headingField(language, 'title')),
    introduction: textIn(fields, headingField(language, 'introduction')),
  });
  const about = (topic: string, language: Language) => ({
    title: textIn(fields, topicField(topic, language, 'title')),
    evaluatee: textIn(fields, topicField(topic, language, 'evaluatee')),
    partner: textIn(fields, topicField(topic, language, 'partner')),
  });
  const asked = (topic: string, question: string, language: Language) => ({
    evaluatee: textIn(fields, questionField(topic, question, language, 'evaluatee')),
    partner: textIn(fields, questionField(topic, question, language, 'partner')),
  });
  return {
    da: heading('da'),
    en: heading('en'),
    topics: topicsOf(fields).map((key) => ({
      key,
      da: about(key, 'da'),
      en: about(key, 'en'),
      questions: questionsOf(fields, key).map((question) => ({
        key: question,
        da: asked(key, question, 'da'),
        en: asked(key, question, 'en'),
      })),
    })),
  };
}

/** The field that the service calls so, such as `topics[2].questions[0].da.evaluatee`. */
export function fieldAt(path: string, fields: GuideFields): string {
  const [, topicAt, questionAt, rest] =
    /^topics\[(\d+)\](?:\.questions\[(\d+)\])?\.(.+)$/.exec(path) ?? [];
  if (topicAt === undefined || rest === undefined) return path;
  const topic = topicsOf(fields)[Number(topicAt)] ?? '';
  if (questionAt === undefined) return `${topic}.${rest}`;
  return `${topic}.${questionsOf(fields, topic)[Number(questionAt)] ?? ''}.${rest}`;
}

/** What a field belongs to, and what of it: the reverse of the names above. */
export function placeOf(field: string) {
  const parts = field.split('.');
  if (field === TOPICS) return { part: 'order' } as const;
  if (parts.length === 4) {
    const [topic = '', question = '', language = '', part = ''] = parts;
    return { topic, question, language, part };
  }
  if (parts.length === 3) {
    const [topic = '', language = '', part = ''] = parts;
    return { topic, language, part };
  }
  const [first = '', part = ''] = parts;
  return part === 'questions' ? { topic: first, part: 'order' } : { language: first, part };
}

/** The fields of a topic, and of one of its questions. */
export function fieldsOfTopic(topic: string, languages: readonly Language[] = LANGUAGES): string[] {
  return languages.flatMap((language) => [
    topicField(topic, language, 'title'),
    topicField(topic, language, 'evaluatee'),
    topicField(topic, language, 'partner'),
  ]);
}
export function fieldsOfQuestion(
  topic: string,
  question: string,
  languages: readonly Language[] = LANGUAGES,
): string[] {
  return languages.flatMap((language) => [
    questionField(topic, question, language, 'evaluatee'),
    questionField(topic, question, language, 'partner'),
  ]);
}

/** How many texts of a topic are not written yet in these languages. */
export function missingIn(
  fields: GuideFields,
  topic: string,
  languages: readonly Language[],
): number {
  return [
    ...fieldsOfTopic(topic, languages),
    ...questionsOf(fields, topic).flatMap((question) =>
      fieldsOfQuestion(topic, question, languages),
    ),
  ].filter((field) => textIn(fields, field).trim() === '').length;
}

/** The list with one of it so many places further on; the same list where there is no such place. */
export function moved(list: readonly string[], key: string, by: number): string[] {
  const from = list.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, key);
}

/** Of letters alone: digits in a row would look like a number of somebody's. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  ).join('');
}

/** The guide as its readers get it, in one language. */
export function asRead(
  { topics, ...headings }: Content,
  language: Language,
): Pick<Schemas['GuideView'], 'language' | 'title' | 'introduction' | 'topics'> {
  return {
    language,
    ...headings[language],
    topics: topics.map((topic) => ({
      key: topic.key,
      title: topic[language].title,
      self: topic[language].evaluatee,
      partner: topic[language].partner,
      questions: topic.questions.map((question) => ({
        self: question[language].evaluatee,
        partner: question[language].partner,
      })),
    })),
  };
}
