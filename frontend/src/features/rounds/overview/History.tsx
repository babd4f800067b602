import { Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { Loaded } from '@/components/Loaded';
import { useFormat } from '@/lib/text/useFormat';
import { firstName } from '../names';
import classes from './overview.module.css';

/** Who did what when. */
export function History({ round }: { round: Schemas['RoundView'] }) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const history = $api.useQuery('get', '/api/v1/rounds/{roundId}/history', {
    params: { path: { roundId: round.id } },
  });
  const me = round.iAm === 'EVALUATEE' ? round.evaluatee : round.partner;
  return (
    <Fold summary={t('history.title')}>
      <Loaded of={[history]} shape={<Skeleton h={80} />}>
        {(steps) => (
          <ol className={classes.history}>
            {steps.map(({ step, by, at, note }) => (
              <li key={`${step}-${at}-${by.id}`}>
                <Text>
                  {t(`history.${step}`, {
                    who: by.id === me?.id ? t('history.you') : firstName(by.name),
                  })}
                </Text>
                {note && <Text>{t('history.note', { note })}</Text>}
                <Text size="sm" c="dimmed">
                  {format.moment(at)}
                </Text>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Fold>
  );
}
