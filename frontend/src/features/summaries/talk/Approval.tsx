import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { sameContent } from '@/lib/documents/merge';
import { useFormat } from '@/lib/text/useFormat';
import type { SummaryContent } from '../document';
import type { Together } from '../together/useTogether';
import { useSummaryAnswered } from '../useSummary';
import classes from './talk.module.css';

interface Props {
  round: Schemas['RoundView'];
  view: Schemas['SummaryView'];
  of: Together<SummaryContent, Schemas['SummaryView']>;
}

/** Why an approval was not sent: something is not with the service, or not what one has read. */
type Held = 'conflict' | 'unsent' | 'changed';

/** Who has approved, what is missing, and the approval itself: of the words one has in front of one. */
export function Approval({ round, view, of }: Props) {
  const { t } = useTranslation('talk');
  const { take, ask } = useSummaryAnswered(round.id);
  const [held, setHeld] = useState<Held>();
  const params = (version: number) => ({ path: { roundId: round.id }, header: ifMatch(version) });

  const approve = useMutation({
    mutationFn: async () => {
      setHeld(undefined);
      const read = of.content;
      if (!(await of.document.saved())) {
        setHeld(of.document.snapshot().conflicts.length > 0 ? 'conflict' : 'unsent');
        return undefined;
      }
      if (!sameContent(read, of.document.snapshot().content)) {
        setHeld('changed');
        return undefined;
      }
      return answered(
        api.PUT('/api/v1/rounds/{roundId}/summary/approval', {
          params: params(of.document.version),
        }),
      );
    },
    onSuccess: (now) => now && take(now),
    onError: ask,
  });
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/rounds/{roundId}/summary/approval', { params: params(view.version) }),
      ),
    onSuccess: take,
    onError: ask,
  });

  const evaluatee = round.iAm === 'EVALUATEE';
  const mine = evaluatee ? view.evaluateeApprovedAt : view.partnerApprovedAt;
  const theirs = evaluatee ? view.partnerApprovedAt : view.evaluateeApprovedAt;
  const missing =
    round.waitingFor
      .find(({ step }) => step === 'APPROVE')
      ?.unmet.filter(({ code }) => code !== 'ALREADY_APPROVED') ?? [];
  const error = approve.error ?? withdraw.error;
  const can = (step: Schemas['RoundStep']) => round.allowedSteps.includes(step);

  return (
    <Section title={t('approval.title')} tone={theirs && !mine ? 'waits' : 'plain'}>
      <div role="status">
        <ul className={classes.approvals}>
          <Sign at={mine} yes="approval.mine" no="approval.notMine" />
          <Sign at={theirs} yes="approval.theirs" no="approval.notTheirs" name={of.name} />
        </ul>
      </div>
      {missing.length > 0 && (
        <div>
          <Text>{t('approval.missing')}</Text>
          <List>
            {missing.map(({ code, detail }) => (
              <List.Item key={code}>{detail}</List.Item>
            ))}
          </List>
        </div>
      )}
      {can('APPROVE') && (
        <Stack gap="sm" align="flex-start">
          <Text>{t(theirs ? 'approval.last' : 'approval.first', { name: of.name })}</Text>
          <Button loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('approval.approve')}
          </Button>
        </Stack>
      )}
      {can('WITHDRAW_APPROVAL') && (
        <Group>
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('approval.withdraw')}
          </Button>
        </Group>
      )}
      <Told>{held && <Text>{t(`approval.held.${held}`, { name: of.name })}</Text>}</Told>
      {error && <ProblemNotice error={error} />}
    </Section>
  );
}

interface SignProps {
  at: string | undefined;
  yes: 'approval.mine' | 'approval.theirs';
  no: 'approval.notMine' | 'approval.notTheirs';
  name?: string;
}

function Sign({ at, yes, no, name }: SignProps) {
  const { t } = useTranslation('talk');
  const format = useFormat();
  const Icon = at ? IconCircleCheck : IconCircle;
  return (
    <li>
      <Icon
        size="1.2rem"
        color={at ? 'var(--mine)' : 'var(--mantine-color-dimmed)'}
        aria-hidden="true"
      />
      {at ? t(yes, { name, at: format.moment(at) }) : t(no, { name })}
    </li>
  );
}
