import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '@/components/EmptyState';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SaveIndicator } from '@/components/SaveIndicator';
import { Section } from '@/components/Section';
import { PageShape } from '@/components/Shapes';
import { fieldsOfQuestion, fieldsOfTopic, questionsOf, topicField, topicsOf } from './content';
import type { ManagedGuide } from './document';
import { GuideField } from './GuideField';
import classes from './own.module.css';
import { Questions } from './Questions';
import { Unseen } from './Unseen';
import { useFieldInAddress } from './useFieldInAddress';
import { useFieldName } from './useFieldName';
import { useLanguages } from './useLanguages';
import { useGuideDocument, useManagedGuide } from './useManagedGuides';

/** One topic of an own guide, with its questions: four texts of each, in two languages and two wordings. */
export function TopicPage() {
  const { guideId = '', topic = '' } = useParams();
  const found = useManagedGuide(guideId);
  return (
    <Loaded of={[found]} shape={<PageShape />}>
      {(guide) => <Topic key={topic} guide={guide} topic={topic} />}
    </Loaded>
  );
}

function Topic({ guide, topic }: { guide: ManagedGuide; topic: string }) {
  const { t } = useTranslation('ownGuides');
  const doc = useGuideDocument(guide);
  const { titleOf } = useFieldName(doc.content);
  const languages = useLanguages();
  const topics = topicsOf(doc.content);
  const there = !guide.builtIn && topics.includes(topic);
  useFieldInAddress();
  const back = `/administration/guides/${guide.id}`;
  if (!there) {
    return (
      <Page title={t('topic.goneTitle')}>
        <EmptyState
          order={2}
          title={t('topic.goneAsk')}
          action={<LinkButton to={back}>{t('topic.back')}</LinkButton>}
        >
          {t('topic.goneExplain')}
        </EmptyState>
      </Page>
    );
  }
  const next = topics[topics.indexOf(topic) + 1];
  const shown = [
    ...fieldsOfTopic(topic, languages),
    ...questionsOf(doc.content, topic).flatMap((question) =>
      fieldsOfQuestion(topic, question, languages),
    ),
  ];
  return (
    <Page
      title={titleOf(topic)}
      width="wide"
      lead={
        <Anchor component={Link} to={back}>
          {t('topic.back')}
        </Anchor>
      }
    >
      <SaveIndicator of={doc} stays />
      <Unseen guideId={guide.id} of={doc} shows={(field) => shown.includes(field)} />
      <Section title={t('topic.title')}>
        <Text size="sm" c="dimmed">
          {t(languages.length > 1 ? 'topic.explain' : 'topic.explainInOne')}
        </Text>
        {languages.map((language) => (
          <Stack key={language} gap="sm">
            <GuideField
              of={doc}
              field={topicField(topic, language, 'title')}
              label={t('part.title')}
              language={language}
            />
            <div className={classes.wordings}>
              {(['evaluatee', 'partner'] as const).map((wording) => (
                <GuideField
                  key={wording}
                  of={doc}
                  field={topicField(topic, language, wording)}
                  label={t(`part.${wording}`)}
                  language={language}
                  minRows={2}
                />
              ))}
            </div>
          </Stack>
        ))}
      </Section>
      <Questions topic={topic} of={doc} />
      {next && (
        <div>
          <Anchor component={Link} to={`${back}/topics/${next}`}>
            {t('topic.next', { name: titleOf(next) })}
          </Anchor>
        </div>
      )}
    </Page>
  );
}
