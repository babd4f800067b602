import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SaveIndicator } from '@/components/SaveIndicator';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { GuideBeside, wordingOf } from '@/features/guides';
import { useDocument } from '@/lib/documents/useDocument';
import { otherName } from '../names';
import { useRound } from '../RoundLayout';
import classes from './agreement.module.css';
import { Changes } from './Changes';
import { Confirmations } from './Confirmations';
import { type AgreementDocument, agreementDocument, agreementRef } from './document';
import { ExtentPoint } from './ExtentPoint';
import { GuidePoint } from './GuidePoint';
import { PartnerPoint } from './PartnerPoint';
import { VideoPoint } from './VideoPoint';
import { CooperationPoint, MethodPoint } from './WordsPoints';

/** The agreement: six points the two settle together, and both their yes to it. */
export function AgreementPage() {
  const { t } = useTranslation('agreement');
  const round = useRound();
  const agreement = $api.useQuery('get', '/api/v1/rounds/{roundId}/agreement', {
    params: { path: { roundId: round.id } },
  });
  const [guideOpen, setGuideOpen] = useState(false);
  const preparing = round.status === 'PREPARING';
  return (
    <GuideBeside
      guide={round.guide}
      wording={wordingOf(round.iAm)}
      open={guideOpen}
      onClose={() => setGuideOpen(false)}
    >
      <Page
        title={t('title')}
        lead={t(preparing ? 'lead' : 'leadAgreed')}
        aside={!preparing && <Print />}
      >
        <Loaded of={[agreement]} shape={<SectionShapes count={3} />}>
          {(view) => (
            <Agreed
              round={round}
              view={view}
              guideOpen={guideOpen}
              onGuide={() => setGuideOpen((open) => !open)}
            />
          )}
        </Loaded>
      </Page>
    </GuideBeside>
  );
}

function Agreed({
  round,
  view,
  ...guide
}: {
  round: Schemas['RoundView'];
  view: Schemas['AgreementView'];
  guideOpen: boolean;
  onGuide: () => void;
}) {
  const { t } = useTranslation(['agreement', 'app']);
  const of = useDocument(agreementDocument, agreementRef(round), view);
  useFresh(of, view, round.id);
  const [begun, setBegun] = useState(false);
  const points = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(0);
  // From the first touch on it stays writable, also when the other confirms meanwhile.
  useEffect(() => {
    const touched = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches('input, textarea')) setBegun(true);
    };
    const element = points.current;
    element?.addEventListener('focusin', touched);
    return () => element?.removeEventListener('focusin', touched);
  }, []);
  // What was pressed is gone; to the first field instead.
  useEffect(() => {
    if (asked) points.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [asked]);
  const preparing = round.status === 'PREPARING';
  const invited = round.iAm === 'PARTNER' && view.partnerAnswer !== 'ACCEPTED';
  const confirmed = Boolean(view.evaluateeConfirmedAt ?? view.partnerConfirmedAt);
  // Once it is confirmed it is read, until somebody says that they want to change it.
  const writing = preparing && !invited && (!confirmed || begun || of.document.hasUnsaved());
  const name = otherName(round);
  const point = { round, view, of, writing };
  return (
    <>
      {invited && (
        <Section title={t('invited.title')} tone="waits">
          <Text>{t('invited.explain', { name })}</Text>
          <div>
            <LinkButton to={`/rounds/${round.id}`}>{t('invited.answer')}</LinkButton>
          </div>
        </Section>
      )}
      {preparing && <Changes changes={view.changedSinceIConfirmed} name={name} />}
      {preparing && confirmed && (
        <Withdrawing
          view={view}
          round={round}
          writing={writing}
          onBegin={() => {
            setBegun(true);
            setAsked(asked + 1);
          }}
        />
      )}
      <div ref={points}>
        <PartnerPoint {...point} />
        <GuidePoint {...point} {...guide} />
        <ExtentPoint {...point} />
        <VideoPoint {...point} />
        <MethodPoint {...point} />
        <CooperationPoint {...point} />
        {writing && (
          <div className={classes.saving}>
            <SaveIndicator of={of} />
          </div>
        )}
      </div>
      {!invited && (
        <Confirmations round={round} view={view} of={of} onConfirmed={() => setBegun(false)} />
      )}
    </>
  );
}

/** Says what an edit does before it is made. */
function Withdrawing({
  round,
  view,
  writing,
  onBegin,
}: {
  round: Schemas['RoundView'];
  view: Schemas['AgreementView'];
  writing: boolean;
  onBegin: () => void;
}) {
  const { t } = useTranslation('agreement');
  const evaluatee = round.iAm === 'EVALUATEE';
  const mine = evaluatee ? view.evaluateeConfirmedAt : view.partnerConfirmedAt;
  const theirs = evaluatee ? view.partnerConfirmedAt : view.evaluateeConfirmedAt;
  const who = mine && theirs ? 'both' : mine ? 'mine' : 'theirs';
  return (
    <Paper p="md" bg="var(--surface-quiet)" className="no-print">
      <Group justify="space-between" gap="md">
        <Stack gap={2} flex="1 1 18rem" role="status">
          <Text fw={600}>{t(`standing.${who}`, { name: otherName(round) })}</Text>
          <Text>{t('standing.withdraws')}</Text>
        </Stack>
        {!writing && (
          <Button variant="default" onClick={onBegin}>
            {t('standing.change')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

/** What is saved changes what is settled and which steps are open, which only the service knows. */
function useFresh(of: AgreementDocument, view: Schemas['AgreementView'], roundId: string) {
  const queries = useQueryClient();
  const newer = of.state === 'saved' && of.document.version > view.version;
  useEffect(() => {
    if (!newer) return;
    const path = { params: { path: { roundId } } };
    for (const { queryKey } of [
      $api.queryOptions('get', '/api/v1/rounds/{roundId}', path),
      $api.queryOptions('get', '/api/v1/rounds/{roundId}/agreement', path),
    ]) {
      void queries.invalidateQueries({ queryKey });
    }
  }, [newer, queries, roundId]);
}

function Print() {
  const { t } = useTranslation('app');
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<IconPrinter size="1.2em" aria-hidden="true" />}
      onClick={() => window.print()}
    >
      {t('print')}
    </Button>
  );
}
