import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { firstName } from '../names';
import { PersonSearch } from '../people/PersonSearch';
import { Point, type PointProps, Settled, Told } from './Point';
import { useNewPartner } from './useNewPartner';

/** a. Who the partner is, and whether they have said yes. The evaluatee may ask somebody else. */
export function PartnerPoint({ round, view, of, writing }: PointProps) {
  const { t } = useTranslation('agreement');
  const [asking, setAsking] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // Back to where one came from.
  useEffect(() => {
    if (asked.current && !asking) ask.current?.focus();
    asked.current = asking;
  }, [asking]);
  const mayAsk =
    round.status === 'PREPARING' &&
    round.iAm === 'EVALUATEE' &&
    (writing || view.partnerAnswer === 'DECLINED');
  const nobody = view.partnerAnswer === 'DECLINED' || !view.partner;
  const name = view.partner && firstName(view.partner.name);
  return (
    <Point letter="a" view={view} round={round}>
      <Group gap="xl" align="flex-end">
        <Told label={t('evaluatee')}>{round.evaluatee.name}</Told>
        <Told label={t('partner')}>{view.partner?.name ?? t('notChosen')}</Told>
      </Group>
      {round.status === 'PREPARING' && (
        <Settled
          settled={view.partnerAnswer === 'ACCEPTED'}
          words={t(`answer.${view.partnerAnswer}`, { name })}
        />
      )}
      {mayAsk && !asking && (
        <div>
          <Button
            ref={ask}
            size="sm"
            variant={nobody ? 'filled' : 'default'}
            onClick={() => setAsking(true)}
          >
            {t(view.partner ? 'askAnother' : 'askSomebody')}
          </Button>
        </div>
      )}
      {mayAsk && asking && (
        <Another round={round} view={view} of={of} onDone={() => setAsking(false)} />
      )}
    </Point>
  );
}

function Another({
  round,
  view,
  of,
  onDone,
}: Omit<PointProps, 'writing'> & { onDone: () => void }) {
  const { t } = useTranslation(['agreement', 'app']);
  const [chosen, setChosen] = useState<Schemas['PersonRow']>();
  const asking = useNewPartner(round, of, onDone);
  const before = view.partner;
  const same = chosen?.id === before?.id;
  return (
    <Stack gap="sm">
      <PersonSearch
        atOnce
        label={t(before ? 'searchAnother' : 'searchSomebody')}
        value={chosen}
        onChange={setChosen}
      />
      {chosen && (
        <Text role="status">
          {t(same ? 'askSame' : before ? 'askInstead' : 'askFirst', {
            name: firstName(chosen.name),
            before: before && firstName(before.name),
          })}
        </Text>
      )}
      {asking.error && <ProblemNotice error={asking.error} />}
      <Group gap="sm">
        {chosen && (
          <Button
            size="sm"
            loading={asking.isPending}
            disabled={same && view.partnerAnswer !== 'DECLINED'}
            onClick={() => asking.mutate(chosen.id)}
          >
            {t('invite', { name: firstName(chosen.name) })}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={onDone}>
          {t('app:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
