import { ActionIcon, Group, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moved } from './content';

interface Move {
  key: string;
  by: 1 | -1;
  said: string;
}

/** Moving things of a list by buttons: the focus stays on the one that is moved, and where it is now is said aloud. */
export function useMoving(list: string[], change: (list: string[]) => void) {
  const { t } = useTranslation('ownGuides');
  const id = useId();
  const [last, setLast] = useState<Move>();
  const place = ({ key, by }: Pick<Move, 'key' | 'by'>) =>
    `${id}-${key}-${by === 1 ? 'down' : 'up'}`;

  // The browser takes the focus from what is put elsewhere in the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each move.
  useEffect(() => {
    if (last) document.getElementById(place(last))?.focus();
  }, [last]);

  function move(key: string, by: 1 | -1, name: string) {
    const to = list.indexOf(key) + by;
    if (to < 0 || to >= list.length) {
      setLast({ key, by, said: t(by === 1 ? 'move.last' : 'move.first', { name }) });
      return;
    }
    change(moved(list, key, by));
    setLast({ key, by, said: t('move.moved', { name, place: to + 1, count: list.length }) });
  }

  return {
    place,
    move,
    list,
    told: <VisuallyHidden role="status">{last?.said ?? ''}</VisuallyHidden>,
  };
}

/** Up and down for one of them. At an end the button stays, so that the focus does, and says that it is the end. */
export function MoveButtons({
  of,
  item,
  name,
}: {
  of: ReturnType<typeof useMoving>;
  item: string;
  name: string;
}) {
  const { t } = useTranslation('ownGuides');
  const at = of.list.indexOf(item);
  const button = (by: 1 | -1, atEnd: boolean) => (
    <ActionIcon
      id={of.place({ key: item, by })}
      variant="default"
      size="lg"
      aria-label={t(by === 1 ? 'move.down' : 'move.up', { name })}
      aria-disabled={atEnd}
      {...(atEnd ? { 'data-disabled': true } : {})}
      onClick={() => of.move(item, by, name)}
    >
      {by === 1 ? (
        <IconArrowDown size="1.2em" aria-hidden="true" />
      ) : (
        <IconArrowUp size="1.2em" aria-hidden="true" />
      )}
    </ActionIcon>
  );
  return (
    <Group gap={6} wrap="nowrap">
      {button(-1, at === 0)}
      {button(1, at === of.list.length - 1)}
    </Group>
  );
}
