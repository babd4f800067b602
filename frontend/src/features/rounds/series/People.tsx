import { Group, Radio, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { AskedTwice } from '@/components/AskedTwice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { today, useFormat } from '@/lib/text/useFormat';
import classes from './series.module.css';
import { canBeReminded, useRemind } from './useSeries';

type Standing = Schemas['Standing'];

const SHOWN = {
  all: () => true,
  notBegun: ({ status }: Standing) => status === 'PREPARING',
  late: ({ late }: Standing) => late,
} as const;

type Shown = keyof typeof SHOWN;
const CHOICES = Object.keys(SHOWN) as Shown[];

/** Each person with where their round stands and since when, and reminders to those who are shown. */
export function People({ series }: { series: Schemas['SeriesView'] }) {
  const { t } = useTranslation(['team', 'app']);
  const format = useFormat();
  const [shown, setShown] = useState<Shown>('all');
  const people = series.people.filter(SHOWN[shown]);
  return (
    <Section title={t('people.title')}>
      <Radio.Group
        label={t('people.show')}
        value={shown}
        onChange={(value) => setShown(value as Shown)}
      >
        <Group gap="md" mt={4}>
          {CHOICES.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={t(`people.${choice}`, { count: series.people.filter(SHOWN[choice]).length })}
            />
          ))}
        </Group>
      </Radio.Group>
      <Remind seriesId={series.id} people={people} />
      {people.length === 0 ? (
        <Text>{t('people.none')}</Text>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.where')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, status, since, late, remindedOn }) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>
                  {t(`app:status.${status}`)}
                  <Text size="sm" c="dimmed">
                    {t('people.since', { date: format.shortDay(since) })}
                  </Text>
                  {late && <span className={classes.late}>{t('people.isLate')}</span>}
                  {remindedOn && (
                    <Text size="sm" c="dimmed">
                      {t('people.reminded', { date: format.shortDay(remindedOn) })}
                    </Text>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Remind({ seriesId, people }: { seriesId: string; people: Standing[] }) {
  const { t } = useTranslation(['team', 'app']);
  const remind = useRemind(seriesId);
  const [told, setTold] = useState(0);
  const done = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone.
  useEffect(() => {
    if (told) done.current?.focus();
  }, [told]);
  const now = today();
  const reachable = people.filter((one) => canBeReminded(one, now)).map(({ person }) => person.id);
  const count = reachable.length;
  return (
    <Stack gap="sm" align="flex-start">
      <Told>
        {told > 0 && (
          <Text ref={done} tabIndex={-1}>
            {t('remind.done', { count: told })}
          </Text>
        )}
      </Told>
      {count > 0 ? (
        <AskedTwice
          key={reachable.join()}
          action={{
            error: remind.error,
            isPending: remind.isPending,
            mutate: () => remind.mutate(reachable, { onSuccess: () => setTold(count) }),
          }}
          words={{
            offer: t('remind.offer', { count }),
            question: t('remind.question', { count }),
            yes: t('remind.yes'),
            no: t('app:cancel'),
          }}
          describedBy={undefined}
        />
      ) : (
        people.length > 0 && <Text c="dimmed">{t('remind.nobody')}</Text>
      )}
    </Stack>
  );
}
