import { Stack, Text } from '@mantine/core';
import { useFormat } from '@/lib/text/useFormat';
import { Reflection } from './Reflection';
import type { SharedReflection } from './shared';
import classes from './shared.module.css';

interface Props {
  /** Those on one topic. */
  of: SharedReflection[];
  /** Whether the reader wrote them. */
  mine: boolean;
}

/** What is shared on one topic, each with the dialogue it is about. */
export function TopicReflections({ of, mine }: Props) {
  const format = useFormat();
  return (
    <Stack gap="md">
      {of.map((reflection) => (
        <Stack
          key={reflection.dialogue.id}
          gap={4}
          className={classes.quote ?? ''}
          data-tone={mine ? 'mine' : 'theirs'}
        >
          <Text size="sm" c="dimmed">
            {`${reflection.dialogue.label} · ${format.shortDay(reflection.dialogue.heldAt)}`}
          </Text>
          <Reflection of={reflection} />
        </Stack>
      ))}
    </Stack>
  );
}
