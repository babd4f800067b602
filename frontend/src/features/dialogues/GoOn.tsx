import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import { PersonalDataNotice } from '@/components/PersonalDataNotice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { otherName, type Step, useStep } from '@/features/rounds';
import { documents } from '@/lib/documents/documents';
import { useKept } from '@/lib/keeping/useKept';
import { keptIn, type PersonalData, unasked } from '@/lib/personalData/personalData';
import { localTime } from '@/lib/text/localTime';
import { useFormat } from '@/lib/text/useFormat';

type Round = Schemas['RoundView'];
/** The personal data that the writer keeps in the text of a step. */
type Asked = { kept?: PersonalData[] };

/**
 * What leads on from the dialogues, as far as the round has come.
 *
 * @param unsent how many dialogues the service does not have yet
 */
export function GoOn({ round, unsent }: { round: Round; unsent: number }) {
  switch (round.status) {
    case 'CONDUCTING':
      return <Finish round={round} unsent={unsent} />;
    case 'REFLECTING':
      return <OpenDiscussion round={round} />;
    case 'DISCUSSING':
      return <ToTheTalk round={round} />;
    default:
      return null;
  }
}

function unmetOf(round: Round, step: Schemas['RoundStep']): Schemas['Unmet'][] {
  return round.waitingFor.find((waiting) => waiting.step === step)?.unmet ?? [];
}

function Missing({ unmet }: { unmet: Schemas['Unmet'][] }) {
  return unmet.map(({ code, detail }) => (
    <Text key={code} size="sm" c="dimmed">
      {detail}
    </Text>
  ));
}

/** The dialogues are held; fewer than agreed is fine when one says why. */
function Finish({ round, unsent }: { round: Round; unsent: number }) {
  const { t } = useTranslation('dialogues');
  const { value, change, forget } = useKept<Asked & { reason: string }>(
    `finish-dialogues:${round.id}`,
    { reason: '' },
  );
  const [tried, setTried] = useState(false);
  const unmet = unmetOf(round, 'FINISH_DIALOGUES');
  const fewer = unmet.some(({ code }) => code === 'FEWER_DIALOGUES_WITHOUT_REASON');
  const others = unmet.filter(({ code }) => code !== 'FEWER_DIALOGUES_WITHOUT_REASON');
  const { take, busy, error, unsaved } = useGoing(round, forget);
  if (others.length) {
    return (
      <Section title={t('finish.title')}>
        <Missing unmet={others} />
      </Section>
    );
  }
  if (unsent) {
    return (
      <Section title={t('finish.title')}>
        <Text>{t('finish.unsent', { count: unsent })}</Text>
      </Section>
    );
  }
  const reason = value.reason.trim();
  const kinds = unasked(reason, value.kept);
  return (
    <Section title={t('finish.title')}>
      <Steps
        busy={busy}
        error={error}
        unsaved={unsaved}
        label={t('finish.button')}
        onSubmit={() => {
          setTried(true);
          if (fewer && (!reason || kinds.length)) return;
          take({ step: 'finish-dialogues', body: fewer ? { fewerDialoguesReason: reason } : {} });
        }}
      >
        <Text>{t('finish.explain')}</Text>
        {fewer && (
          <>
            <Textarea
              label={t('finish.reason')}
              description={t('finish.reasonBoth', { name: otherName(round) })}
              value={value.reason}
              minRows={2}
              onChange={(event) => change({ reason: event.currentTarget.value })}
              error={tried && !reason ? unmet[0]?.detail : undefined}
            />
            <PersonalDataNotice kinds={kinds} keep={() => change({ kept: keptIn(reason) })} />
          </>
        )}
      </Steps>
    </Section>
  );
}

/** Reflected enough: the talk is opened, and may get its time and place. */
function OpenDiscussion({ round }: { round: Round }) {
  const { t } = useTranslation('dialogues');
  const format = useFormat();
  const { value, change, forget } = useKept<Asked & { at: string; place: string }>(
    `open-discussion:${round.id}`,
    { at: '', place: '' },
  );
  const { take, busy, error, unsaved } = useGoing(round, forget);
  const unmet = unmetOf(round, 'OPEN_DISCUSSION');
  const kinds = unasked(value.place, value.kept);
  const name = otherName(round);
  if (unmet.length) {
    return (
      <Section title={t('open.title')}>
        <Missing unmet={unmet} />
      </Section>
    );
  }
  return (
    <Section title={t('open.title')}>
      <Steps
        busy={busy}
        error={error}
        unsaved={unsaved}
        label={t('open.button')}
        onSubmit={() => {
          if (kinds.length) return;
          take({
            step: 'open-discussion',
            body: round.talkAt
              ? {}
              : {
                  ...(value.at ? { talkAt: new Date(value.at).toISOString() } : {}),
                  ...(value.place.trim() ? { talkPlace: value.place.trim() } : {}),
                },
          });
        }}
      >
        <Text>{t('open.explain', { name })}</Text>
        {round.talkAt ? (
          <Text>{t('open.planned', { at: format.moment(round.talkAt) })}</Text>
        ) : (
          <>
            <TextInput
              type="datetime-local"
              label={t('open.at')}
              maw="18rem"
              min={localTime(Date.now())}
              value={value.at}
              onChange={(event) => change({ at: event.currentTarget.value })}
            />
            <TextInput
              label={t('open.place')}
              maxLength={200}
              value={value.place}
              onChange={(event) => change({ place: event.currentTarget.value })}
            />
            <PersonalDataNotice kinds={kinds} keep={() => change({ kept: keptIn(value.place) })} />
          </>
        )}
      </Steps>
    </Section>
  );
}

function ToTheTalk({ round }: { round: Round }) {
  const { t } = useTranslation('dialogues');
  return (
    <Section title={t('talk.title')}>
      <Text>{t('talk.explain', { name: otherName(round) })}</Text>
      <div>
        <LinkButton to={`/rounds/${round.id}/talk`}>{t('talk.button')}</LinkButton>
      </div>
    </Section>
  );
}

/** Takes a step once the service has all that is written. */
function useGoing(round: Round, done: () => void) {
  const step = useStep(round);
  const [sending, setSending] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  // What is stuck is looked for anew when a page that showed it is left.
  useEffect(() => documents.subscribe(() => undefined), []);
  return {
    busy: sending || step.isPending,
    error: step.error,
    unsaved,
    async take(what: Step) {
      setSending(true);
      setUnsaved(false);
      const saved = await savedIn(round.id);
      setSending(false);
      if (saved) step.mutate(what, { onSuccess: done });
      else setUnsaved(true);
    },
  };
}

/** Whether the service has all that is written here. What is stuck in another round does not hold this one back. */
async function savedIn(roundId: string): Promise<boolean> {
  if (await documents.saved()) return true;
  const stuck = documents.stuck();
  return stuck.length > 0 && stuck.every(({ ref }) => ref.split('/')[0] !== roundId);
}

function Steps({
  busy,
  error,
  unsaved,
  label,
  onSubmit,
  children,
}: {
  busy: boolean;
  error: unknown;
  unsaved: boolean;
  label: string;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap="md">
        {children}
        {error ? <ProblemNotice error={error} /> : null}
        <Told>{unsaved && <Text>{t('unsaved')}</Text>}</Told>
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {label}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
