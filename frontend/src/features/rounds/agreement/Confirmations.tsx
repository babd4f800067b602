import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { sameContent } from '@/lib/documents/merge';
import { useFormat } from '@/lib/text/useFormat';
import { firstName, otherName } from '../names';
import { useStep } from '../steps';
import { type PointProps, Settled } from './Point';

/** Who has said yes, and the reader's own yes; when both have, the evaluatee starts the round. */
export function Confirmations({
  round,
  view,
  of,
  onConfirmed,
}: Omit<PointProps, 'writing'> & { onConfirmed: () => void }) {
  const { t } = useTranslation('agreement');
  const evaluatee = round.iAm === 'EVALUATEE';
  const mine = evaluatee ? view.evaluateeConfirmedAt : view.partnerConfirmedAt;
  return (
    <Section title={t('confirm.title')} tone={mine ? 'plain' : 'mine'}>
      <Stack gap="xs" role="status">
        <Confirmation person={round.evaluatee} at={view.evaluateeConfirmedAt} />
        {view.partner && <Confirmation person={view.partner} at={view.partnerConfirmedAt} />}
      </Stack>
      {round.status === 'PREPARING' && (
        <Next round={round} of={of} confirmed={mine !== undefined} onConfirmed={onConfirmed} />
      )}
      {round.status !== 'PREPARING' && (
        <div>
          <LinkButton to={`/rounds/${round.id}`} variant="default" className="no-print">
            {t('confirm.overview')}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}

function Confirmation({ person, at }: { person: Schemas['PersonRef']; at: string | undefined }) {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  return (
    <Group gap="xs">
      <Text fw={550}>{person.name}</Text>
      <Settled
        settled={at !== undefined}
        words={at ? t('confirm.since', { at: format.moment(at) }) : t('confirm.not')}
      />
    </Group>
  );
}

function Next({
  round,
  of,
  confirmed,
  onConfirmed,
}: Pick<PointProps, 'round' | 'of'> & { confirmed: boolean; onConfirmed: () => void }) {
  const { t } = useTranslation('agreement');
  const step = useStep(round);
  const navigate = useNavigate();
  /** Why a yes was not sent: something is not with the service, or it is not what one has read. */
  const [held, setHeld] = useState<'unsaved' | 'changed'>();
  const taking = useMutation({
    mutationFn: async (what: 'confirm' | 'start') => {
      // First what is written, so that the yes is to the text that is seen.
      setHeld(undefined);
      const read = of.content;
      if (!(await of.document.saved())) {
        setHeld('unsaved');
        return undefined;
      }
      if (!sameContent(read, of.document.snapshot().content)) {
        setHeld('changed');
        return undefined;
      }
      // A round that may start has the yes of both, and no word has changed since: whichever was read last is it.
      const { version } = of.document;
      return step.mutateAsync({
        step: what,
        version: what === 'start' ? Math.max(version, round.version) : version,
      });
    },
    onSuccess: (now, what) => {
      if (!now) return;
      if (what === 'confirm') onConfirmed();
      else void navigate(`/rounds/${round.id}`);
    },
  });
  const unsaved = held === 'unsaved' && of.state !== 'saved';
  const can = (wanted: Schemas['RoundStep']) => round.allowedSteps.includes(wanted);
  const wanted = confirmed ? 'START' : 'CONFIRM';
  const missing = (round.waitingFor.find((waiting) => waiting.step === wanted)?.unmet ?? []).filter(
    ({ code }) => code !== 'ALREADY_CONFIRMED',
  );
  return (
    <Stack gap="sm" align="flex-start" className="no-print">
      {missing.length > 0 && (
        <div>
          <Text>{t(confirmed ? 'confirm.beforeStart' : 'confirm.before')}</Text>
          <List>
            {missing.map(({ code, detail }) => (
              <List.Item key={code}>{detail}</List.Item>
            ))}
          </List>
        </div>
      )}
      {confirmed && round.iAm === 'PARTNER' && (
        <Text>{t('confirm.await', { name: firstName(round.evaluatee.name) })}</Text>
      )}
      {!confirmed && !missing.length && (
        <Text>{t('confirm.explain', { name: otherName(round) })}</Text>
      )}
      {can('START') && <Text>{t('confirm.startExplain')}</Text>}
      {unsaved && <Text role="alert">{t('confirm.unsaved')}</Text>}
      {held === 'changed' && (
        <Text role="alert">{t('confirm.changed', { name: otherName(round) })}</Text>
      )}
      {taking.error && <ProblemNotice error={taking.error} />}
      {can('CONFIRM') && (
        <Button loading={taking.isPending} onClick={() => taking.mutate('confirm')}>
          {t('confirm.do')}
        </Button>
      )}
      {can('START') && (
        <Button loading={taking.isPending} onClick={() => taking.mutate('start')}>
          {t('confirm.start')}
        </Button>
      )}
    </Stack>
  );
}
