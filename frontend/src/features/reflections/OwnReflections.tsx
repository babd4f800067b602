import { lazy, Suspense, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { SectionShapes } from '@/components/Shapes';
import { RecordingDeletion } from '@/features/dialogues';
import { otherName } from '@/features/rounds';
import { type Part, partsOf } from './parts';
import classes from './reflection.module.css';
import { Sharing } from './Sharing';
import { TopicList } from './TopicList';
import { type Arrival, TopicSheet } from './TopicSheet';

const VideoDesk = lazy(async () => ({ default: (await import('./video')).VideoDesk }));

interface Props {
  round: Schemas['RoundView'];
  dialogue: Schemas['OwnDialogue'];
  guide: Schemas['GuideView'];
  reflections: Schemas['OwnReflection'][];
  sharing: Schemas['SharingView'];
}

/** A quiet page for one dialogue: the topics, the recording where there is one, the text, and who may read it. */
export function OwnReflections({ round, dialogue, guide, reflections, sharing }: Props) {
  const [search, setSearch] = useSearchParams();
  const parts = partsOf(guide.topics, reflections);
  const asked = parts.findIndex(({ topic }) => topic.key === search.get('topic'));
  const place = Math.max(0, asked);
  const part = parts[place];
  const arrival = useRef<Arrival>(undefined);
  const player = useRef<HTMLMediaElement>(null);
  const stamp = useRef<() => void>(undefined);
  const [isOpen, setOpen] = useState(false);
  const { recording } = dialogue;
  const withVideo =
    round.mode === 'WITH_VIDEO' && recording?.consented === true && !recording.deletedAt;
  const writable = ['CONDUCTING', 'REFLECTING', 'DISCUSSING'].includes(round.status);
  const name = otherName(round);
  if (!part) return null;

  function go(to: Part, how: Arrival) {
    arrival.current = how;
    setSearch({ topic: to.topic.key }, { replace: true, preventScrollReset: true });
  }

  return (
    <div
      className={classes.page}
      data-video={recording?.consented ? (withVideo && isOpen ? 'open' : 'closed') : undefined}
    >
      <TopicList
        dialogue={dialogue}
        parts={parts}
        current={part.topic.key}
        shared={sharing.topics}
        name={name}
        language={guide.language}
        onChoose={() => {
          arrival.current = 'heading';
        }}
      />
      {recording?.consented && (
        <div className={classes.video}>
          {withVideo && (
            <Suspense fallback={<SectionShapes count={1} />}>
              <VideoDesk
                dialogueId={dialogue.id}
                player={player}
                onOpen={setOpen}
                stamp={writable ? () => stamp.current?.() : undefined}
              />
            </Suspense>
          )}
          <RecordingDeletion dialogue={dialogue} />
        </div>
      )}
      <div className={classes.column}>
        <TopicSheet
          key={part.topic.key}
          dialogue={dialogue}
          part={part}
          language={guide.language}
          sharedWith={sharing.topics.includes(part.topic.key) ? name : undefined}
          writable={writable}
          before={parts[place - 1]}
          after={parts[place + 1]}
          go={go}
          arrival={arrival}
          desk={{ player, stamp, isOpen: withVideo && isOpen }}
        />
        <Sharing
          round={round}
          dialogue={dialogue}
          parts={parts}
          language={guide.language}
          sharing={sharing}
        />
      </div>
    </div>
  );
}
