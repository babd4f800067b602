import { useTranslation } from 'react-i18next';
import { type GuideFields, LANGUAGES, placeOf, questionsOf, topicField } from './content';

/** What a field is called where it is not itself to be seen: "Velkomst, spørgsmål 2: Sparringspartner (engelsk)". */
export function useFieldName(fields: GuideFields) {
  const { t, i18n } = useTranslation('ownGuides');
  const languages = i18n.language === 'en' ? LANGUAGES.toReversed() : LANGUAGES;
  const titleOf = (topic: string) =>
    languages
      .map((language) => fields[topicField(topic, language, 'title')])
      .find((title): title is string => typeof title === 'string' && title.trim() !== '') ??
    t('topic.unnamed');

  function nameOf(field: string): string {
    const { topic, question, language, part } = placeOf(field);
    if (part === 'order')
      return topic ? `${titleOf(topic)}: ${t('order.questions')}` : t('order.topics');
    const label = t(
      `part.${(part ?? 'title') as 'title' | 'introduction' | 'evaluatee' | 'partner'}`,
    );
    const text = language ? `${label} (${t(`language.${language as 'da' | 'en'}`)})` : label;
    if (!topic) return text;
    if (!question) return `${titleOf(topic)}: ${text}`;
    const place = questionsOf(fields, topic).indexOf(question) + 1;
    return `${titleOf(topic)}, ${t('question.numbered', { place }).toLocaleLowerCase()}: ${text}`;
  }

  return { titleOf, nameOf };
}

/** To the field itself, on the page it is on. */
export function linkTo(guideId: string, field: string): string {
  const { topic } = placeOf(field);
  return `/administration/guides/${guideId}${topic ? `/topics/${topic}` : ''}#${field}`;
}
