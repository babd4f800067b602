import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { PersonalDataNotice } from '@/components/PersonalDataNotice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useKept } from '@/lib/keeping/useKept';
import { keptIn, type PersonalData, unasked } from '@/lib/personalData/personalData';
import { otherName } from '../names';
import { useStep } from '../steps';

const NOTHING: { reason: string; kept?: PersonalData[] } = { reason: '' };

/** Ends the round for both. It cannot be undone, so it lies two presses away. */
export function GiveUp({ round }: { round: Schemas['RoundView'] }) {
  const { t } = useTranslation('rounds');
  const { value, change, forget } = useKept(`cancel:${round.id}`, NOTHING);
  const step = useStep(round);

  const kinds = unasked(value.reason, value.kept);

  function giveUp() {
    if (kinds.length) return;
    const reason = value.reason.trim();
    step.mutate(
      { step: 'cancel', body: reason ? { reason } : {} },
      {
        onSuccess: () => {
          forget();
          // What had the focus goes away with the possibility.
          document.querySelector('h1')?.focus();
        },
      },
    );
  }

  return (
    <Fold summary={t('giveUp.title')}>
      <Stack gap="md" align="flex-start" maw="38rem">
        <Text>{t('giveUp.explain', { name: otherName(round) })}</Text>
        <Textarea
          w="100%"
          minRows={2}
          label={t('giveUp.reason')}
          description={t('giveUp.reasonExplain')}
          value={value.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        <PersonalDataNotice kinds={kinds} keep={() => change({ kept: keptIn(value.reason) })} />
        {step.error && <ProblemNotice error={step.error} />}
        <Button
          variant="default"
          c="var(--mantine-color-error)"
          bd="1px solid var(--mantine-color-error)"
          loading={step.isPending}
          onClick={giveUp}
        >
          {t('giveUp.do')}
        </Button>
      </Stack>
    </Fold>
  );
}
