import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Told } from '@/components/Told';
import { firstName, useStep } from '@/features/rounds';
import type { FollowUpContent } from '../followUpDocument';
import type { Together } from '../together/useTogether';

interface Props {
  round: Schemas['RoundView'];
  of: Together<FollowUpContent, Schemas['FollowUpView']>;
}

/** Closing the round, or what it waits for. */
export function CloseRound({ round, of }: Props) {
  const { t } = useTranslation('summaries');
  const step = useStep(round);
  const [unsent, setUnsent] = useState(false);
  const missing = round.waitingFor.find((one) => one.step === 'CLOSE')?.unmet ?? [];

  async function close() {
    const sent = await of.document.saved();
    setUnsent(!sent);
    if (sent) step.mutate({ step: 'close' });
  }

  return (
    <Stack gap="sm" align="flex-start">
      {missing.length > 0 && (
        <div>
          <Text>{t('close.missing')}</Text>
          <List>
            {missing.map(({ code, detail }) => (
              <List.Item key={code}>
                {detail} {code === 'RECORDINGS_NOT_DELETED' && <Deletion round={round} />}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {round.allowedSteps.includes('CLOSE') && (
        <>
          <Text>{t('close.explain')}</Text>
          <Button loading={step.isPending} onClick={() => void close()}>
            {t('close.close')}
          </Button>
        </>
      )}
      <Told>{unsent && <Text>{t('close.unsent')}</Text>}</Told>
      {step.error && <ProblemNotice error={step.error} />}
    </Stack>
  );
}

/** The recordings are on the evaluatee's own device: only there can it be seen that they are gone. */
function Deletion({ round }: { round: Schemas['RoundView'] }) {
  const { t } = useTranslation('summaries');
  return round.iAm === 'EVALUATEE' ? (
    <Anchor component={Link} to={`/rounds/${round.id}/dialogues`}>
      {t('close.toDialogues')}
    </Anchor>
  ) : (
    <span>{t('close.othersDeletion', { name: firstName(round.evaluatee.name) })}</span>
  );
}
