import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { DownloadButton } from '@/components/DownloadButton';
import { PersonalDataNotice } from '@/components/PersonalDataNotice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { faultAt, faultsIn } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { keptIn, type PersonalData, unasked } from '@/lib/personalData/personalData';
import { localTime } from '@/lib/text/localTime';
import { useFormat } from '@/lib/text/useFormat';
import { otherName } from '../names';
import { useTalk } from '../useTalk';

type Round = Schemas['RoundView'];

const STAGES: Round['status'][] = ['CONDUCTING', 'REFLECTING', 'DISCUSSING'];
const MINUTES = [15, 30, 45, 60, 90, 120];

/** When and where the two talk: either plans it, moves it or cancels it, and both get it in their calendars. */
export function TalkPlan({ round }: { round: Round }) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const talk = useTalk(round);
  const [asked, setAsked] = useState<'plan' | 'cancel'>();
  const [told, setTold] = useState('');
  if (!STAGES.includes(round.status)) return null;
  const name = otherName(round);
  const where = round.talkPlace ? `, ${round.talkPlace}` : '';

  function done(what: string) {
    setAsked(undefined);
    setTold(what);
  }

  return (
    <Section title={t('plan.title')}>
      <Stack align="flex-start">
        {round.talkAt ? (
          <Text>
            {t('plan.at', { at: format.moment(round.talkAt), minutes: round.talkMinutes })}
            {where}
          </Text>
        ) : (
          <Text>{t('plan.none', { name })}</Text>
        )}
        {talk.error && asked !== 'plan' && <ProblemNotice error={talk.error} />}
        {asked === 'plan' && (
          <Plan
            round={round}
            talk={talk}
            onDone={() => done(t('plan.told', { name }))}
            onCancel={() => setAsked(undefined)}
          />
        )}
        {asked === 'cancel' && (
          <Group role="group" aria-label={t('plan.cancelSure', { name })}>
            <Text w="100%">{t('plan.cancelSure', { name })}</Text>
            <Button
              variant="default"
              loading={talk.isPending}
              onClick={() =>
                talk.mutate(undefined, {
                  onSuccess: () => done(t('plan.cancelled', { name })),
                })
              }
            >
              {t('plan.cancel')}
            </Button>
            <Button variant="default" onClick={() => setAsked(undefined)}>
              {t('plan.keep')}
            </Button>
          </Group>
        )}
        {!asked && (
          <Group gap="xs" align="flex-start">
            <Button variant="default" onClick={() => setAsked('plan')}>
              {t(round.talkAt ? 'plan.move' : 'plan.plan')}
            </Button>
            {round.talkAt && (
              <>
                <DownloadButton
                  file={t('plan.file')}
                  get={() =>
                    api.GET('/api/v1/rounds/{roundId}/talk/calendar', {
                      params: { path: { roundId: round.id } },
                      parseAs: 'blob',
                    })
                  }
                >
                  {t('plan.calendar')}
                </DownloadButton>
                <Button variant="default" onClick={() => setAsked('cancel')}>
                  {t('plan.cancel')}
                </Button>
              </>
            )}
          </Group>
        )}
        <Told>{told && !asked && <Text size="sm">{told}</Text>}</Told>
      </Stack>
    </Section>
  );
}

interface PlanProps {
  round: Round;
  talk: ReturnType<typeof useTalk>;
  onDone: () => void;
  onCancel: () => void;
}

function Plan({ round, talk, onDone, onCancel }: PlanProps) {
  const { t } = useTranslation(['rounds', 'app']);
  const { value, change, forget } = useKept<{
    at: string;
    minutes: number;
    place: string;
    kept?: PersonalData[];
  }>(`talk:${round.id}`, {
    at: round.talkAt ? localTime(round.talkAt) : '',
    minutes: round.talkMinutes ?? 60,
    place: round.talkPlace ?? '',
  });
  const [tried, setTried] = useState(false);
  const kinds = unasked(value.place, value.kept);
  const problem = faultsIn(talk.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!value.at || kinds.length) return;
    const place = value.place.trim();
    talk.mutate(
      {
        at: new Date(value.at).toISOString(),
        minutes: value.minutes,
        ...(place ? { place } : {}),
      },
      {
        onSuccess: () => {
          forget();
          onDone();
        },
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {talk.error && !problem && <ProblemNotice error={talk.error} />}
        <TextInput
          type="datetime-local"
          label={t('plan.when')}
          maw="18rem"
          min={localTime(Date.now())}
          value={value.at}
          onChange={({ currentTarget }) => change({ at: currentTarget.value })}
          error={faultAt(problem, 'at') ?? (tried && !value.at ? t('plan.whenMissing') : undefined)}
        />
        <NativeSelect
          label={t('plan.minutes')}
          maw="18rem"
          value={value.minutes}
          data={[...new Set([...MINUTES, value.minutes])]
            .sort((one, other) => one - other)
            .map((minutes) => ({
              value: String(minutes),
              label: t('plan.length', { minutes }),
            }))}
          onChange={({ currentTarget }) => change({ minutes: Number(currentTarget.value) })}
        />
        <TextInput
          label={t('plan.place')}
          maxLength={200}
          value={value.place}
          onChange={({ currentTarget }) => change({ place: currentTarget.value })}
          error={faultAt(problem, 'place')}
        />
        <PersonalDataNotice kinds={kinds} keep={() => change({ kept: keptIn(value.place) })} />
        <Group>
          <Button type="submit" loading={talk.isPending}>
            {t('plan.save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
