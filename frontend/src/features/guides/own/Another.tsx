import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { useMoving } from './Moving';
import { RemovedNotice, type useRemoved } from './RemovedNotice';

interface Props {
  moving: ReturnType<typeof useMoving>;
  removed: ReturnType<typeof useRemoved>;
  /** How many there may be. */
  most: number;
  words: { add: string; most: string };
  onAdd: () => void;
}

/** Below a list whose things are moved and removed: what was done to it, and the way to another. */
export function Another({ moving, removed, most, words, onAdd }: Props) {
  return (
    <>
      {moving.told}
      <RemovedNotice of={removed} />
      {moving.list.length < most ? (
        <div>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden="true" />}
            onClick={onAdd}
          >
            {words.add}
          </Button>
        </div>
      ) : (
        <Text size="sm">{words.most}</Text>
      )}
    </>
  );
}
