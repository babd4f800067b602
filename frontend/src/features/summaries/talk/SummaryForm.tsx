import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Audience } from '@/components/Audience';
import { SaveIndicator } from '@/components/SaveIndicator';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { useCaughtUp } from '@/lib/documents/useCaughtUp';
import { POINTS, summaryDocument, TOPICS } from '../document';
import { TextField } from '../together/TextField';
import { TheirEdits } from '../together/TheirEdits';
import { useTogether } from '../together/useTogether';
import { useSummaryAnswered } from '../useSummary';
import { Approval } from './Approval';
import { FocusPoints } from './FocusPoints';
import { FollowUpDay } from './FollowUpDay';
import { useWithdrawn } from './useWithdrawn';

interface Props {
  round: Schemas['RoundView'];
  view: Schemas['SummaryView'];
}

/** The joint summary as the two write it, and their approvals. */
export function SummaryForm({ round, view }: Props) {
  const { t } = useTranslation('talk');
  const me = round.iAm === 'EVALUATEE' ? round.evaluatee : round.partner;
  const doc = useTogether(summaryDocument, round, view, view.editedBy?.id === me?.id);
  const { ask } = useSummaryAnswered(round.id);
  useCaughtUp(doc, view.version, ask);
  const withdrawn = useWithdrawn(view);
  const approved = view.evaluateeApprovedAt ?? view.partnerApprovedAt;

  const labels: Record<string, string> = {
    workedWell: t('fields.workedWell'),
    learning: t('fields.learning'),
    followUpHow: t('followUp.how'),
    followUpOn: t('followUp.on'),
    ...Object.fromEntries(
      POINTS.map((point, at) => [point, t('focusPoints.label', { place: at + 1 })]),
    ),
    ...Object.fromEntries(
      TOPICS.map((topic, at) => [topic, t('focusPoints.topicOf', { place: at + 1 })]),
    ),
  };
  const label = (field: string) => labels[field] ?? t('focusPoints.title');

  return (
    <Stack gap="lg">
      <Section title={t('summary.title')} aside={<Audience who="both" />}>
        <Text size="sm" c="dimmed">
          {t('summary.help', { name: doc.name })}
        </Text>
        <Told>
          {withdrawn ? (
            <Text size="sm" fw={550} c="var(--waits)">
              {withdrawn.by && withdrawn.by.id !== me?.id
                ? t('approval.withdrawnBy', { name: doc.name })
                : t('approval.withdrawnByMe')}
            </Text>
          ) : (
            approved && (
              <Text size="sm" fw={550} c="var(--waits)">
                {t('approval.editWithdraws')}
              </Text>
            )
          )}
        </Told>
        <SaveIndicator of={doc} stays />
        <TheirEdits of={doc} label={label} />
        <Stack gap="xl">
          <TextField
            of={doc}
            field="workedWell"
            label={label('workedWell')}
            help={t('fields.workedWellHelp')}
          />
          <FocusPoints of={doc} guide={round.guide} />
          <TextField
            of={doc}
            field="learning"
            label={label('learning')}
            help={t('fields.learningHelp')}
          />
          <Stack gap="md">
            <TextField
              of={doc}
              field="followUpHow"
              label={label('followUpHow')}
              help={t('followUp.howHelp')}
              minRows={2}
            />
            <FollowUpDay of={doc} />
          </Stack>
        </Stack>
      </Section>
      <Approval round={round} view={view} of={doc} />
    </Stack>
  );
}
