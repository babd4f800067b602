import { Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Audience } from '@/components/Audience';
import { ConflictPanel } from '@/components/ConflictPanel';
import { Fold } from '@/components/Fold';
import { HeldNotice } from '@/components/PersonalDataNotice';
import { SaveIndicator } from '@/components/SaveIndicator';
import { Section } from '@/components/Section';
import { GuidingQuestions } from '@/features/guides';
import { useCaughtUp } from '@/lib/documents/useCaughtUp';
import { useDocument } from '@/lib/documents/useDocument';
import { possessive } from '@/lib/text/possessive';
import { feedbackDocument, feedbackRef } from '../document';
import type { SharedReflection } from '../shared/shared';
import { TopicReflections } from '../shared/TopicReflections';
import { Questions } from './Questions';
import { ShareSwitch } from './ShareSwitch';

interface Props {
  roundId: string;
  topic: Schemas['GuideTopic'];
  view: Schemas['OwnFeedback'];
  /** What the evaluatee has shared on the topic. */
  reflections: SharedReflection[];
  /** The evaluatee's first name. */
  name: string;
  /** The round is over: what is shared can be taken back, and nothing else changed. */
  over: boolean;
  /** Asks for the sheet anew, when something has been written. */
  onWritten: () => void;
}

/** The partner's own desk for one topic: what to look at, what the other wrote, and what is mine. */
export function TopicRoom({ roundId, topic, view, reflections, name, over, onWritten }: Props) {
  const { t, i18n } = useTranslation('feedback');
  const doc = useDocument(feedbackDocument, feedbackRef(roundId, topic.key), view);
  useCaughtUp(doc, view.version, onWritten);
  const { note, questions, questionsShared, feedback, feedbackShared } = doc.content;
  const whose = possessive(name, i18n.language);
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Text size="lg">{topic.partner}</Text>
        {topic.questions.length > 0 && (
          <Fold summary={t('room.guiding', { count: topic.questions.length })}>
            <GuidingQuestions topic={topic} wording="partner" />
          </Fold>
        )}
        {reflections.length > 0 ? (
          <Fold summary={t('room.theirWords', { whose, count: reflections.length })}>
            <TopicReflections of={reflections} mine={false} />
          </Fold>
        ) : (
          <Text size="sm" c="dimmed">
            {t('room.noWords', { name })}
          </Text>
        )}
      </Stack>
      <SaveIndicator of={doc} stays />

      <Section title={t('room.notes')} tone="mine" order={3} aside={<Audience who="mine" />}>
        <ConflictPanel of={doc} field="note" />
        <Textarea
          aria-label={t('room.notesLabel', { topic: topic.title })}
          description={t('room.notesHelp', { name })}
          value={note}
          readOnly={over}
          onChange={({ currentTarget }) => doc.change({ note: currentTarget.value })}
        />
        <HeldNotice of={doc} field="note" />
      </Section>

      <Section
        title={t('room.questions', { name })}
        tone={questionsShared ? 'theirs' : 'mine'}
        order={3}
        aside={<Audience who={questionsShared ? 'shared' : 'mine'} name={name} />}
      >
        <ConflictPanel of={doc} field="questions" show={listed} />
        <Questions
          questions={questions}
          onChange={(next) => doc.change({ questions: next })}
          disabled={over}
        />
        <HeldNotice of={doc} field="questions" />
        <ConflictPanel of={doc} field="questionsShared" show={(on) => t(on ? 'yes' : 'no')} />
        <ShareSwitch
          what="questions"
          name={name}
          shared={questionsShared}
          onlyBack={over}
          onChange={(shared) => doc.change({ questionsShared: shared })}
        />
      </Section>

      <Section
        title={t('room.feedback', { name })}
        tone={feedbackShared ? 'theirs' : 'mine'}
        order={3}
        aside={<Audience who={feedbackShared ? 'shared' : 'mine'} name={name} />}
      >
        <ConflictPanel of={doc} field="feedback" />
        <Textarea
          aria-label={t('room.feedbackLabel', { topic: topic.title })}
          description={t('room.feedbackHelp')}
          value={feedback}
          readOnly={over}
          onChange={({ currentTarget }) => doc.change({ feedback: currentTarget.value })}
        />
        <HeldNotice of={doc} field="feedback" />
        <ConflictPanel of={doc} field="feedbackShared" show={(on) => t(on ? 'yes' : 'no')} />
        <ShareSwitch
          what="feedback"
          name={name}
          shared={feedbackShared}
          onlyBack={over}
          onChange={(shared) => doc.change({ feedbackShared: shared })}
        />
      </Section>
    </Stack>
  );
}

/** The heading of a topic, which takes the focus when one goes to it. */
export function TopicTitle({
  title,
  focusRef,
}: {
  title: string;
  focusRef: React.RefObject<HTMLHeadingElement | null>;
}) {
  return (
    <Title order={2} ref={focusRef} tabIndex={-1}>
      {title}
    </Title>
  );
}

function listed(questions: unknown): string {
  return Array.isArray(questions) ? questions.map((question) => `– ${question}`).join('\n') : '';
}
