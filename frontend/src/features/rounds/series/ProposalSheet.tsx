import { Button, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { addDays, useFormat } from '@/lib/text/useFormat';
import classes from './series.module.css';
import type { Planned, Proposal, useStartSeries } from './useStartSeries';

interface Props {
  of: ReturnType<typeof useStartSeries>;
  proposal: Proposal;
  guides: Schemas['GuideRow'][];
}

/** As many suggestions as the service tells apart. */
const SUGGESTIONS = 1000;

/** Who is paired with whom and who is left out; nothing has happened until it is started. */
export function ProposalSheet({ of, proposal, guides }: Props) {
  const { t } = useTranslation(['team', 'app', 'rounds']);
  const format = useFormat();
  const { form, proposing, starting } = of;
  const { pairing, guideId, periodFrom, periodLast, numberOfDialogues, suggestion } = form.value;
  const { plan, key } = proposal;
  const [rounds, setRounds] = useState<Planned[]>(plan.rounds);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone.
  useEffect(() => heading.current?.focus(), []);
  const chosen = pairing === 'LEADER' ? rounds.filter(({ partner }) => partner) : rounds;
  const facts = [
    guides.find(({ id }) => id === guideId)?.title,
    periodFrom && periodLast && format.period(periodFrom, addDays(periodLast, 1)),
    t('dialogues', { count: numberOfDialogues ?? 0 }),
  ].filter(Boolean);

  function choose(evaluatee: Planned['evaluatee'], partnerId: string) {
    const partner = plan.partners.find(({ id }) => id === partnerId);
    setRounds((before) =>
      before.map((one) =>
        one.evaluatee.id === evaluatee.id ? { evaluatee, ...(partner && { partner }) } : one,
      ),
    );
  }

  return (
    <Stack gap="xl">
      <Stack gap="sm">
        <Title order={2} ref={heading} tabIndex={-1}>
          {t('proposal.title', { count: chosen.length })}
        </Title>
        <Text>{facts.join(' · ')}</Text>
        <Text c="dimmed">{t(`pairing.${pairing}.proposed`)}</Text>
        {pairing === 'SUGGESTION' && rounds.length > 2 && (
          <div>
            <Button
              size="sm"
              variant="default"
              loading={proposing.isPending}
              onClick={() => proposing.mutate((suggestion + 1) % SUGGESTIONS)}
            >
              {t('proposal.others')}
            </Button>
          </div>
        )}
      </Stack>
      {rounds.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('proposal.evaluatee')}</th>
              <th scope="col">{t('proposal.partner')}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ evaluatee, partner }) => (
              <tr key={evaluatee.id}>
                <th scope="row">{evaluatee.name}</th>
                <td>
                  {pairing === 'LEADER' ? (
                    <NativeSelect
                      aria-label={t('proposal.partnerOf', { name: evaluatee.name })}
                      value={partner?.id ?? ''}
                      onChange={({ currentTarget }) => choose(evaluatee, currentTarget.value)}
                      data={[
                        { value: '', label: t('proposal.noRound') },
                        ...plan.partners
                          .filter(({ id }) => id !== evaluatee.id)
                          .map(({ id, name }) => ({ value: id, label: name })),
                      ]}
                    />
                  ) : (
                    (partner?.name ?? t('proposal.choosesSelf'))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {plan.leftOut.length > 0 && (
        <Section title={t('proposal.leftOut', { count: plan.leftOut.length })}>
          <List>
            {plan.leftOut.map(({ person, because }) => (
              <List.Item key={person.id}>
                {t(`because.${because}`, { name: person.name })}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
      {(starting.error ?? proposing.error) && (
        <ProblemNotice error={starting.error ?? proposing.error} />
      )}
      <Stack gap="xs" align="flex-start">
        <Text>
          {t(chosen.length > 0 ? 'proposal.tells' : 'proposal.nobody', { count: chosen.length })}
        </Text>
        <Group gap="sm">
          {chosen.length > 0 && (
            <Button
              loading={starting.isPending}
              onClick={() => starting.mutate({ rounds: chosen, key })}
            >
              {t('proposal.start', { count: chosen.length })}
            </Button>
          )}
          <Button variant="default" disabled={starting.isPending} onClick={of.withdraw}>
            {t('app:back')}
          </Button>
        </Group>
      </Stack>
    </Stack>
  );
}
