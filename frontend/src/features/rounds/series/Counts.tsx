import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import classes from './series.module.css';

const STAGES: Schemas['RoundStatus'][] = [
  'PREPARING',
  'CONDUCTING',
  'REFLECTING',
  'DISCUSSING',
  'CONCLUDED',
  'FOLLOWED_UP',
  'CANCELLED',
];

/** How many stand where, along the way of a round, and how many of them are late. */
export function Counts({ of }: { of: Schemas['StandingCount'][] }) {
  const { t } = useTranslation(['team', 'app']);
  const there = STAGES.flatMap((stage) => of.find(({ status }) => status === stage) ?? []);
  return (
    <dl className={classes.counts}>
      {there.map(({ status, people, late }) => (
        <div key={status}>
          <dt>{t(`app:status.${status}`)}</dt>
          <dd>
            <span className={classes.number}>{people}</span>
            {late > 0 && <span className={classes.late}>{t('late', { count: late })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same counted from where each of them stands. */
export function countsOf(people: Schemas['Standing'][]): Schemas['StandingCount'][] {
  return STAGES.flatMap((status) => {
    const there = people.filter((one) => one.status === status);
    return there.length
      ? { status, people: there.length, late: there.filter(({ late }) => late).length }
      : [];
  });
}
