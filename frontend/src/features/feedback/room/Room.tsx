import { Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import type { SharedReflection } from '../shared/shared';
import classes from './room.module.css';
import { SharedWithMe } from './SharedWithMe';
import { TopicRoom, TopicTitle } from './TopicRoom';

interface Props {
  round: Schemas['RoundView'];
  topics: Schemas['GuideTopic'][];
  views: Schemas['OwnFeedback'][];
  reflections: SharedReflection[];
  /** The evaluatee's first name. */
  name: string;
  over: boolean;
  onWritten: () => void;
}

/** One topic at a time, with the others at hand. */
export function Room({ round, topics, views, reflections, name, over, onWritten }: Props) {
  const { t } = useTranslation('feedback');
  const [search] = useSearchParams();
  const wanted = search.get('topic');
  const found = topics.findIndex(({ key }) => key === wanted);
  const at = Math.max(0, found);
  const topic = topics[at];
  const view = views.find((one) => one.topic === topic?.key);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(wanted);

  useEffect(() => {
    if (before.current !== wanted) heading.current?.focus();
    before.current = wanted;
  }, [wanted]);

  if (!topic || !view) return null;
  const earlier = topics[at - 1];
  const later = topics[at + 1];
  return (
    <>
      <SharedWithMe
        reflections={reflections}
        topics={topics}
        name={name}
        withVideo={round.mode === 'WITH_VIDEO'}
      />
      <div className={classes.layout}>
        <nav aria-label={t('room.topics')} className={classes.topics}>
          <ul>
            {topics.map(({ key, title }) => (
              <li key={key}>
                <Link
                  to={`?topic=${key}`}
                  replace
                  preventScrollReset
                  aria-current={key === topic.key || undefined}
                >
                  {title}
                  {hasWords(views.find((one) => one.topic === key)) && (
                    <IconCheck
                      size="1.1rem"
                      className={classes.written ?? ''}
                      aria-label={t('room.written')}
                    />
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Stack gap="lg" miw={0}>
          <TopicTitle title={topic.title} focusRef={heading} />
          <TopicRoom
            key={topic.key}
            roundId={round.id}
            topic={topic}
            view={view}
            reflections={reflections.filter((one) => one.topic === topic.key)}
            name={name}
            over={over}
            onWritten={onWritten}
          />
          <div className={classes.ways}>
            {earlier ? (
              <LinkButton variant="default" to={`?topic=${earlier.key}`} replace>
                {t('room.earlier', { topic: earlier.title })}
              </LinkButton>
            ) : (
              <span />
            )}
            {later && (
              <LinkButton variant="default" to={`?topic=${later.key}`} replace>
                {t('room.later', { topic: later.title })}
              </LinkButton>
            )}
          </div>
        </Stack>
      </div>
    </>
  );
}

function hasWords(view: Schemas['OwnFeedback'] | undefined): boolean {
  return !!view && (view.note + view.feedback).trim() + view.questions.join('') !== '';
}
