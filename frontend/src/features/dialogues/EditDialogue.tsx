import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useKept } from '@/lib/keeping/useKept';
import { keeping } from '@/lib/personalData/personalData';
import { DialogueFields } from './DialogueFields';
import { type Fields, faultsOf, fieldsOf, toSend, type VideoTerms } from './fields';
import { focusFault } from './NewDialogue';
import { useShownDialogues } from './useDialogues';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  terms: VideoTerms | undefined;
  from: string | undefined;
  done: () => void;
}

/** Mends what was noted about a dialogue. */
export function EditDialogue({ dialogue, terms, from, done }: Props) {
  const { t } = useTranslation(['dialogues', 'app']);
  const shown = useShownDialogues(dialogue.roundId);
  const { value, change, forget } = useKept<Fields>(
    `edit-dialogue:${dialogue.id}`,
    fieldsOf(dialogue),
  );
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = faultsOf(value, terms, Date.now(), dialogue);
  const saving = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/v1/dialogues/{dialogueId}', {
          params: {
            path: { dialogueId: dialogue.id },
            header: { ...ifMatch(dialogue.version), ...keeping(value.label) },
          },
          body: toSend(value, terms, Date.now(), dialogue),
        }),
      ),
    onSuccess: (now) => {
      forget();
      shown.put(now);
      done();
    },
    onError: (error) => {
      if (isProblem(error, 'stale')) shown.refresh();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (faults.length) focusFault(form.current);
    else saving.mutate();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      aria-label={t('form.edit', { label: dialogue.label })}
    >
      <Stack gap="lg">
        {saving.error && <ProblemNotice error={saving.error} />}
        <DialogueFields
          fields={value}
          change={change}
          terms={terms}
          from={from}
          faults={tried ? faults : []}
        />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t('app:save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget();
              done();
            }}
          >
            {t('form.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
