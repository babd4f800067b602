import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/api/client';
import { ChoiceCards } from '@/components/ChoiceCards';
import { PersonalDataNotice } from '@/components/PersonalDataNotice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { faultAt, faultsIn } from '@/lib/faults';
import { useChange } from '@/lib/keeping/useChange';
import { keeping, keptIn, type PersonalData, unasked } from '@/lib/personalData/personalData';
import { useFormat } from '@/lib/text/useFormat';
import { useLearningAnswered } from './useLearning';

const MOST = 280;

interface Form {
  sentence: string;
  named: boolean;
  kept?: PersonalData[];
}

interface Props {
  roundId: string;
  view: Schemas['LearningView'];
  /** What the two have written of learning in their summary. */
  written: string;
  onDone: () => void;
  /** Whether there is something to go back to. */
  cancels: boolean;
}

/** One sentence, under one's name or not, and in plain words what happens then. */
export function ReleaseForm({ roundId, view, written, onDone, cancels }: Props) {
  const { t } = useTranslation(['learning', 'app']);
  const format = useFormat();
  const { take, ask } = useLearningAnswered(roundId);
  const [empty, setEmpty] = useState(false);
  // What stood without a name cannot be changed, and what stood with one cannot be without.
  const onlyNamed = view.named || view.state === 'SHOWN';
  const { fields, change, saving, done, stale } = useChange<Form>({
    name: `learning:${roundId}`,
    of: view,
    initial: { sentence: view.sentence ?? '', named: onlyNamed },
    put: async ({ sentence, named }, header) => {
      const body = { sentence, named: onlyNamed || named };
      const params = { path: { roundId }, header: { ...header, ...keeping({ sentence }) } };
      await take(await answered(api.PUT('/api/v1/rounds/{roundId}/learning', { params, body })));
    },
    onDone,
    onSettled: ask,
  });
  const { sentence } = fields;
  const named = onlyNamed || fields.named;
  const kinds = unasked(sentence, fields.kept);
  const faults = faultsIn(saving.error);
  const words = written.trim();
  const team = view.team?.name;

  function release(event: FormEvent) {
    event.preventDefault();
    setEmpty(!sentence.trim());
    if (sentence.trim() && !kinds.length) saving.mutate();
  }

  if (team === undefined) return <Text>{t('own.noTeam')}</Text>;
  return (
    <form onSubmit={release} noValidate aria-label={t('own.title')}>
      <Stack gap="md" align="flex-start">
        <Text>{t('own.explain')}</Text>
        <Textarea
          w="100%"
          label={t('own.sentence')}
          description={t('own.sentenceExplain')}
          autosize
          minRows={2}
          maxLength={MOST}
          value={sentence}
          onChange={({ currentTarget }) => change({ sentence: currentTarget.value })}
          error={empty && !sentence.trim() ? t('own.missing') : faultAt(faults, 'sentence')}
        />
        <PersonalDataNotice kinds={kinds} keep={() => change({ kept: keptIn(sentence) })} />
        {!sentence && words && words.length <= MOST && (
          <Button variant="default" size="sm" onClick={() => change({ sentence: words })}>
            {t('own.copy')}
          </Button>
        )}
        {onlyNamed ? (
          <Text>{t('own.onlyNamed')}</Text>
        ) : (
          <ChoiceCards
            label={<Text fw={550}>{t('own.whose')}</Text>}
            choices={[
              { value: 'unnamed', title: t('unnamed'), text: t('own.asUnnamed') },
              { value: 'named', title: t('named'), text: t('own.asNamed') },
            ]}
            value={named ? 'named' : 'unnamed'}
            onChange={(whose) => change({ named: whose === 'named' })}
          />
        )}
        <Text role="status">
          {t(named ? 'own.readsNamed' : 'own.readsUnnamed', {
            team,
            day: format.day(view.shownFrom),
          })}
        </Text>
        {!named && (
          <>
            <Text>{t('own.nobodyTold')}</Text>
            <Text>{t('own.style')}</Text>
          </>
        )}
        {stale && <Text>{t('own.stale')}</Text>}
        {saving.error && !faults && !stale && <ProblemNotice error={saving.error} />}
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t('own.release')}
          </Button>
          {cancels && (
            <Button variant="default" onClick={done}>
              {t('app:cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
