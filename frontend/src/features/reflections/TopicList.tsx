import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { useReflection } from './document';
import { isWritten } from './moments';
import type { Part } from './parts';
import classes from './reflection.module.css';
import { useSheetUpToDate } from './useSheet';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  parts: Part[];
  current: string;
  /** Keys of the topics the partner may read. */
  shared: string[];
  name: string;
  language: string;
  /** A topic was chosen here. */
  onChoose: () => void;
}

/** The guide's topics: what is written, what is empty, what is shared. Folded where there is little room. */
export function TopicList(props: Props) {
  const { t } = useTranslation('reflections');
  const beside = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const fold = useRef<HTMLDivElement>(null);
  const { current, parts, language } = props;
  const place = parts.findIndex(({ topic }) => topic.key === current);

  // The topic is chosen: the text is what one came for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on each change of topic.
  useEffect(() => {
    fold.current?.querySelector('details')?.removeAttribute('open');
  }, [current]);

  const list = (
    <ul className={classes.topics}>
      {parts.map((part) => (
        <li key={part.topic.key}>
          <TopicLink part={part} {...props} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={t('topics')} className={classes.nav}>
      {beside ? (
        list
      ) : (
        <div ref={fold}>
          <Fold
            summary={
              <>
                {t('topicOf', { place: place + 1, count: parts.length })}{' '}
                <span lang={language}>{parts[place]?.topic.title}</span>
              </>
            }
          >
            {list}
          </Fold>
        </div>
      )}
    </nav>
  );
}

function TopicLink({
  dialogue,
  part: { topic, view },
  current,
  shared,
  name,
  language,
  onChoose,
}: Props & { part: Part }) {
  const { t } = useTranslation(['reflections', 'app']);
  const document = useReflection(dialogue, view);
  useSheetUpToDate(dialogue.id, document, view);
  const written = isWritten(document.content);
  const Sign = written ? IconCircleCheckFilled : IconCircle;
  const unsent = document.state !== 'saved' && document.state !== 'saving';
  return (
    <Link
      to={`?topic=${encodeURIComponent(topic.key)}`}
      replace
      preventScrollReset
      aria-current={topic.key === current ? 'true' : undefined}
      onClick={onChoose}
    >
      <Sign
        size="1.25em"
        aria-hidden="true"
        color={written ? 'var(--mine)' : 'var(--mantine-color-default-border)'}
      />
      <span>
        <span lang={language}>{topic.title}</span>
        <Text component="span" display="block" size="xs" c="dimmed">
          {t(written ? 'written' : 'empty')}
          {shared.includes(topic.key) && (
            <Text component="span" display="block" inherit c="var(--theirs)">
              {t('app:audience.shared', { name })}
            </Text>
          )}
          {unsent && (
            <Text component="span" display="block" inherit c="var(--waits)">
              {t('unsent')}
            </Text>
          )}
        </Text>
      </span>
    </Link>
  );
}
