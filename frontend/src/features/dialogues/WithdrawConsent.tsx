import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { AskedTwice } from '@/components/AskedTwice';
import { useShownDialogues } from './useDialogues';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  describedBy: string | undefined;
}

/** The customer has taken the yes back. Asked twice, since the recording gets no more time after it. */
export function WithdrawConsent({ dialogue, describedBy }: Props) {
  const { t } = useTranslation('dialogues');
  const shown = useShownDialogues(dialogue.roundId);
  const withdrawal = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/dialogues/{dialogueId}/withdraw-consent', {
          params: { path: { dialogueId: dialogue.id }, header: ifMatch(dialogue.version) },
        }),
      ),
    onSuccess: (now) => shown.put(now),
    onError: (error) => {
      if (isProblem(error, 'stale')) shown.refresh();
    },
  });
  return (
    <AskedTwice
      action={{ ...withdrawal, mutate: () => withdrawal.mutate() }}
      words={{
        offer: t('withdrawal.do'),
        question: t('withdrawal.ask'),
        yes: t('withdrawal.yes'),
        no: t('withdrawal.no'),
      }}
      describedBy={describedBy}
      quiet
    />
  );
}
