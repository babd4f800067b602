import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { type Kept, useKept } from '@/lib/keeping/useKept';
import { DialogueFields } from './DialogueFields';
import { BLANK, type Fields, faultsOf, toSend, type VideoTerms } from './fields';
import { useShownDialogues } from './useDialogues';
import { type Outgoing, useOutgoing } from './useOutgoing';

interface Props {
  round: Schemas['RoundView'];
  terms: VideoTerms | undefined;
  /** Where the last one was held: the next one probably too. */
  usual: Schemas['Channel'] | undefined;
  /** Those that the service does not have yet, kept on the device. */
  queue: Kept<{ items: Outgoing[] }>;
}

/**
 * Notes a dialogue in seconds. Without a network it waits on the device, and the next can be noted meanwhile. What
 * was not noted in time is still shown here after the dialogues are finished.
 */
export function NewDialogue({ round, terms, usual, queue }: Props) {
  const { t } = useTranslation('dialogues');
  const shown = useShownDialogues(round.id);
  const typed = useKept<Fields>(`new-dialogue:${round.id}`, BLANK);
  const fields: Fields = { ...typed.value, channel: typed.value.channel || (usual ?? '') };
  const faults = faultsOf(fields, terms, Date.now());
  const [tried, setTried] = useState(false);
  const [noted, setNoted] = useState('');
  /** The key of what the form shows, while it is being sent. */
  const [sending, setSending] = useState('');
  const [refused, setRefused] = useState<{ item: Outgoing; error: unknown }[]>([]);
  const [error, setError] = useState<unknown>();
  /** A new form for each dialogue: the time is folded again. */
  const [nth, setNth] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const { items } = queue.value;
  const without = (item: Outgoing) => items.filter(({ key }) => key !== item.key);
  const keepOnly = (left: Outgoing[]) => {
    if (left.length) queue.change({ items: left });
    else queue.forget();
  };
  const clearIfSent = (item: Outgoing) => {
    if (sending !== item.key) return;
    setSending('');
    // What was typed while it was on its way is the next one's.
    if (typed.value.label.trim() !== item.fields.label.trim()) return;
    typed.forget();
    setNth((n) => n + 1);
  };
  const { waiting } = useOutgoing(
    round.id,
    items.filter(({ key }) => !refused.some(({ item }) => item.key === key)),
    {
      noted(item, dialogue) {
        keepOnly(without(item));
        clearIfSent(item);
        setNoted(dialogue.label);
        shown.put(dialogue);
      },
      waits: clearIfSent,
      refused(item, problem) {
        // Sent before under this key, and the answer was lost: it is in the list.
        if (isProblem(problem, 'idempotency-key-reused')) shown.refresh();
        if (sending === item.key) {
          setSending('');
          setError(problem);
          keepOnly(without(item));
        } else setRefused((before) => [...before, { item, error: problem }]);
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    setTried(faults.length > 0);
    setError(undefined);
    setNoted('');
    if (faults.length) {
      focusFault(form.current);
      return;
    }
    const key = crypto.randomUUID();
    setSending(key);
    queue.change({ items: [...items, { key, body: toSend(fields, terms, Date.now()), fields }] });
  }

  const left = refused.map(({ item, error: problem }) => (
    <Refused
      key={item.key}
      label={item.fields.label}
      error={problem}
      mend={
        typed.value.label || round.status !== 'CONDUCTING'
          ? undefined
          : () => {
              typed.change(item.fields);
              settle(item);
            }
      }
      drop={() => settle(item)}
    />
  ));

  if (round.status !== 'CONDUCTING') {
    const unfinished = !sending && typed.value.label.trim();
    if (!waiting && !left.length && !unfinished) return null;
    return (
      <Section title={t('form.left')} tone="waits">
        {waiting && <Text role="status">{t('form.waits', { count: items.length })}</Text>}
        {unfinished && (
          <Refused
            label={unfinished}
            error={error}
            mend={undefined}
            drop={() => {
              typed.forget();
              setError(undefined);
            }}
          />
        )}
        {left}
      </Section>
    );
  }

  return (
    <Section title={t('form.title')} tone="mine">
      <form ref={form} onSubmit={submit} noValidate aria-label={t('form.title')}>
        <Stack gap="lg">
          {error !== undefined && <ProblemNotice error={error} />}
          <DialogueFields
            key={nth}
            fields={fields}
            change={typed.change}
            terms={terms}
            from={round.periodFrom}
            faults={tried ? faults : []}
          />
          <Group gap="md">
            <Button type="submit" loading={sending !== ''}>
              {t('form.submit')}
            </Button>
            <div role="status">
              {waiting && (
                <Text size="sm" fw={550} c="var(--waits)">
                  {t('form.waits', { count: items.length })}
                </Text>
              )}
              {!waiting && noted && (
                <Text size="sm" c="var(--mine)">
                  {t('form.noted', { label: noted })}
                </Text>
              )}
            </div>
          </Group>
        </Stack>
      </form>
      {left}
    </Section>
  );

  function settle(item: Outgoing) {
    setRefused((before) => before.filter((other) => other.item.key !== item.key));
    keepOnly(without(item));
  }
}

/** The page shows the faults first. */
export function focusFault(form: HTMLElement | null) {
  setTimeout(() => form?.querySelector<HTMLElement>(FAULTY)?.focus());
}

const FAULTY = 'input[aria-invalid="true"], [aria-invalid="true"] input, textarea[aria-invalid]';

/** Noted without a network, and not taken when there was one again; or not noted in time. */
function Refused({
  label,
  error,
  mend,
  drop,
}: {
  label: string;
  error: unknown;
  mend: (() => void) | undefined;
  drop: () => void;
}) {
  const { t } = useTranslation(['dialogues', 'app']);
  return (
    <Stack gap="xs">
      <Text fw={550}>{t('form.refused', { label })}</Text>
      {error !== undefined && <ProblemNotice error={error} />}
      <Group gap="xs">
        {mend && (
          <Button size="sm" variant="default" onClick={mend}>
            {t('form.mend')}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={drop}>
          {t('app:remove')}
        </Button>
      </Group>
    </Stack>
  );
}
