import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useGuide } from '@/features/guides';
import { useFormat } from '@/lib/text/useFormat';
import { firstName } from '../names';
import classes from './overview.module.css';
import { type ReadsOfOne, togetherByWhat } from './togetherByWhat';

type Round = Schemas['RoundView'];

/** The most the service answers at once; older reads of the same things say nothing new. */
const LIMIT = 100;

/** Who has read what of the reader's in this round, as the service has written it down. */
export function Reads({ round }: { round: Round }) {
  const { t } = useTranslation('rounds');
  const reads = $api.useQuery('get', '/api/v1/me/access', {
    params: { query: { roundId: round.id, limit: LIMIT } },
  });
  const dialogues = $api.useQuery('get', '/api/v1/rounds/{roundId}/dialogues', {
    params: { path: { roundId: round.id } },
  });
  const guide = useGuide(round.guide);
  return (
    <Section title={t('reads.title')}>
      <Loaded of={[reads, dialogues, guide]} shape={<SectionShapes count={1} lines={2} />}>
        {(rows, held, { topics }) =>
          rows.length ? (
            <ul className={classes.reads}>
              {togetherByWhat(rows).map((read) => (
                <Read key={read.key} of={read} dialogues={held} topics={topics} />
              ))}
            </ul>
          ) : (
            <Text>{t('reads.none')}</Text>
          )
        }
      </Loaded>
    </Section>
  );
}

function Read({
  of: { latest, topics: keys, count },
  dialogues,
  topics,
}: {
  of: ReadsOfOne;
  dialogues: Schemas['Dialogue'][];
  topics: Schemas['GuideTopic'][];
}) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const what = {
    name: latest.reader ? firstName(latest.reader.name) : (latest.system ?? ''),
    topics: format.list(topics.filter(({ key }) => keys.has(key)).map(({ title }) => title)),
    revision: latest.revision,
    label: dialogues.find(({ id }) => id === latest.dialogueId)?.label ?? t('reads.gone'),
  };
  return (
    <li>
      <span>{t(`reads.${latest.content}`, what)}</span>
      <Text component="span" size="sm" c="dimmed">
        {t('reads.times', { count, when: format.moment(latest.at) })}
      </Text>
    </li>
  );
}
