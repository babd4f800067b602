import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useRound } from '@/features/rounds';
import { useFormat } from '@/lib/text/useFormat';
import { SummaryText } from '../SummaryText';
import { useSummary } from '../useSummary';
import { SharedThings } from './SharedThings';
import { SummaryForm } from './SummaryForm';
import classes from './talk.module.css';

/** The talk: what is shared, and beside it the summary that the two write together. */
export function TalkPage() {
  const { t } = useTranslation(['talk', 'feedback']);
  const format = useFormat();
  const round = useRound();
  useConclusion();
  const open = round.status === 'DISCUSSING';
  const early = ['PREPARING', 'CONDUCTING', 'REFLECTING'].includes(round.status);
  const when = [round.talkAt && format.moment(round.talkAt), round.talkPlace].filter(Boolean);
  return (
    <Page
      title={t('title')}
      lead={open && when.length > 0 ? when.join(' · ') : undefined}
      width="wide"
    >
      {early ? (
        <Stack gap="lg">
          <Text>{t(round.iAm === 'EVALUATEE' ? 'early.evaluatee' : 'early.partner')}</Text>
          <Section title={t('shared.title')}>
            <SharedThings round={round} />
          </Section>
        </Stack>
      ) : (
        <TwoSides />
      )}
    </Page>
  );
}

/** The summary and what it is built on: beside each other, or on a small screen one at a time. */
function TwoSides() {
  const { t } = useTranslation('talk');
  const round = useRound();
  const [side, setSide] = useState('summary');
  const summary = useSummary(round.id);
  return (
    <Stack gap="lg">
      <div className={classes.choice}>
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={t('sides')}
          value={side}
          onChange={setSide}
          data={[
            { value: 'summary', label: t('summary.short') },
            { value: 'shared', label: t('shared.title') },
          ]}
        />
      </div>
      <div className={classes.sides} data-side={side}>
        <div className={classes.shared}>
          <Section title={t('shared.title')}>
            <SharedThings round={round} />
          </Section>
        </div>
        <div className={classes.summary}>
          <Loaded of={[summary]} shape={<SectionShapes count={2} />}>
            {(view) =>
              round.status === 'DISCUSSING' ? (
                <SummaryForm round={round} view={view} />
              ) : (
                <Section
                  title={t('summary.title')}
                  aside={
                    view.concludedAt && (
                      <LinkButton to={`/rounds/${round.id}/follow-up`}>
                        {t('toFollowUp')}
                      </LinkButton>
                    )
                  }
                >
                  <SummaryText view={view} />
                </Section>
              )
            }
          </Loaded>
        </div>
      </div>
    </Stack>
  );
}

/** When the last approval comes, from either, both go on to the follow-up. */
function useConclusion() {
  const round = useRound();
  const navigate = useNavigate();
  const before = useRef(round.status);
  useEffect(() => {
    if (before.current === 'DISCUSSING' && round.status === 'CONCLUDED') {
      void navigate(`/rounds/${round.id}/follow-up`, { state: { concluded: true } });
    }
    before.current = round.status;
  }, [round.status, round.id, navigate]);
}
