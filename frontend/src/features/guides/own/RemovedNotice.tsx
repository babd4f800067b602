import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Told } from '@/components/Told';
import type { GuideFields } from './content';
import type { OpenGuide } from './document';

/** Something to take out of a list, with the fields that are its own. */
interface Removing {
  name: string;
  list: string;
  key: string;
  fields: string[];
}

interface Removed {
  name: string;
  list: string;
  key: string;
  at: number;
  texts: GuideFields;
}

const listOf = (fields: GuideFields, list: string) => {
  const value = fields[list];
  return Array.isArray(value) ? value : [];
};

/**
 * Takes something out of a list and holds on to its texts, so that it can be put back where it was.
 *
 * @param place id of what has the focus once it is back
 */
export function useRemoved(of: OpenGuide, place: (key: string) => string) {
  const [removed, setRemoved] = useState<Removed>();
  const [back, setBack] = useState<{ key: string }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there again.
  useEffect(() => {
    if (back) document.getElementById(place(back.key))?.focus();
  }, [back]);

  function remove({ fields, ...one }: Removing) {
    const list = listOf(of.content, one.list);
    setRemoved({
      ...one,
      at: list.indexOf(one.key),
      texts: Object.fromEntries(fields.map((field) => [field, of.content[field]])),
    });
    of.change({
      ...Object.fromEntries(fields.map((field) => [field, undefined])),
      [one.list]: list.filter((key) => key !== one.key),
    });
  }

  function putBack() {
    if (!removed) return;
    const { key, list, at, texts } = removed;
    of.change({ ...texts, [list]: listOf(of.content, list).toSpliced(at, 0, key) });
    setRemoved(undefined);
    setBack({ key });
  }

  return { removed, remove, putBack };
}

/** That it is gone, and the way to have it back, which takes the focus from what was there. */
export function RemovedNotice({ of }: { of: ReturnType<typeof useRemoved> }) {
  const { t } = useTranslation(['ownGuides', 'app']);
  const undo = useRef<HTMLButtonElement>(null);
  const { removed } = of;
  useEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);
  return (
    <Told>
      {removed && (
        <Group gap="xs">
          <Text size="sm">{t('removed', { name: removed.name })}</Text>
          <Button size="xs" variant="default" ref={undo} onClick={of.putBack}>
            {t('app:undo')}
          </Button>
        </Group>
      )}
    </Told>
  );
}
