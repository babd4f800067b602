import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useShownDialogues } from './useDialogues';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  describedBy: string | undefined;
}

/** The customer has taken the yes back. Asked twice, since the recording gets no more time after it. */
export function WithdrawConsent({ dialogue, describedBy }: Props) {
  const { t } = useTranslation('dialogues');
  const shown = useShownDialogues(dialogue.roundId);
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
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
  useEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-describedby={describedBy}
        onClick={() => setAsked(true)}
      >
        {t('withdrawal.do')}
      </Anchor>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      {withdrawal.error && <ProblemNotice error={withdrawal.error} />}
      <Text size="sm" ref={question} tabIndex={-1} maw="34rem">
        {t('withdrawal.ask')}
      </Text>
      <Group gap="xs">
        <Button size="sm" loading={withdrawal.isPending} onClick={() => withdrawal.mutate()}>
          {t('withdrawal.yes')}
        </Button>
        <Button size="sm" variant="default" onClick={() => setAsked(false)}>
          {t('withdrawal.no')}
        </Button>
      </Group>
    </Stack>
  );
}
