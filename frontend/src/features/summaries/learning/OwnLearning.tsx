import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api, ifMatch, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import { useGrace } from '@/lib/useGrace';
import { ReleaseForm } from './ReleaseForm';
import { Sentence } from './Sentence';
import { useLearningAnswered, useOwnLearning } from './useLearning';

type View = Schemas['LearningView'];

interface Props {
  round: Schemas['RoundView'];
  /** What the two have written of learning in their summary. */
  written: string;
}

/** The one sentence of a round that its evaluatee may release to the team. */
export function OwnLearning({ round, written }: Props) {
  const { t } = useTranslation('learning');
  const learning = useOwnLearning(round.id);
  return (
    <Section title={t('own.title')} tone={learning.data?.state === 'SHOWN' ? 'theirs' : 'mine'}>
      <Loaded of={[learning]} shape={<SectionShapes count={1} />}>
        {(view) => <Learning roundId={round.id} view={view} written={written} />}
      </Loaded>
      <Anchor component={Link} to="/team/learning">
        {t('own.toTeam')}
      </Anchor>
    </Section>
  );
}

function Learning({ roundId, view, written }: { roundId: string; view: View; written: string }) {
  const [editing, setEditing] = useState(false);
  const { state } = view;
  const [done, setDone] = useState(false);
  const { leaving, refused, takeBack, undo } = useTakeBack(roundId);
  const form = (
    <ReleaseForm
      roundId={roundId}
      view={view}
      written={written}
      onDone={() => {
        setEditing(false);
        setDone(true);
      }}
      cancels={state !== 'NOT_RELEASED'}
    />
  );
  return (
    <Stack gap="md" align="stretch">
      <TakenBack leaving={leaving !== undefined} undo={undo} />
      {refused !== undefined && <ProblemNotice error={refused} />}
      {!leaving &&
        (editing || state === 'NOT_RELEASED' ? (
          form
        ) : (
          <Released
            view={view}
            state={state}
            done={done}
            change={() => setEditing(true)}
            takeBack={() => takeBack(view)}
          />
        ))}
    </Stack>
  );
}

/** What is released, who can read it, and what can be done about it now. */
function Released({
  view,
  state,
  done,
  change,
  takeBack,
}: {
  view: View;
  state: Exclude<View['state'], 'NOT_RELEASED'>;
  /** Whether the form is just done: what it led to takes the focus that it had. */
  done: boolean;
  change: () => void;
  takeBack: () => void;
}) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { named, sentence = '', team } = view;
  const standing = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done) standing.current?.focus();
  }, [done]);
  const read = state === 'SHOWN' && !named;
  return (
    <>
      <Sentence words={sentence}>{t(named ? 'named' : 'unnamed')}</Sentence>
      <Text ref={standing} tabIndex={-1}>
        {t(`own.state.${state}`, { team: team?.name, day: format.day(view.shownFrom) })}
      </Text>
      {read && (
        <Text size="sm" c="dimmed">
          {t('own.read')}
        </Text>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={change}>
          {t(read ? 'own.addName' : state === 'NO_LONGER_SHOWN' ? 'own.again' : 'own.change')}
        </Button>
        <Button variant="default" onClick={takeBack}>
          {t('own.takeBack')}
        </Button>
      </Group>
    </>
  );
}

/** Takes the focus that the button had, so that it can be undone by keyboard. */
function TakenBack({ leaving, undo }: { leaving: boolean; undo: () => void }) {
  const { t } = useTranslation(['learning', 'app']);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (leaving) button.current?.focus();
  }, [leaving]);
  return (
    <div role="status">
      {leaving && (
        <Group gap="sm" p="sm" bg="var(--surface-quiet)" bdrs="md">
          <Text size="sm">{t('own.takenBack')}</Text>
          <Button ref={button} size="sm" variant="default" onClick={undo}>
            {t('app:undo')}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** Takes the sentence back a little later than asked: where others have read it, it cannot be put back as it was. */
function useTakeBack(roundId: string) {
  const { take, ask } = useLearningAnswered(roundId);
  const [refused, setRefused] = useState<unknown>();
  const grace = useGrace(async (view: View) => {
    try {
      const params = { path: { roundId }, header: ifMatch(view.version) };
      const now = await answered(
        api.DELETE('/api/v1/rounds/{roundId}/learning', { params, keepalive: true }),
      );
      await take(now);
    } catch (error) {
      setRefused(error);
      await ask();
    }
  });
  return {
    leaving: grace.leaving,
    refused,
    takeBack(view: View) {
      setRefused(undefined);
      grace.begin(view);
    },
    undo: grace.undo,
  };
}
