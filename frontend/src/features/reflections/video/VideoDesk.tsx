import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FileMark, rememberedFile } from '@/features/dialogues';
import { isSame, markOf } from './fingerprint';
import { Player } from './Player';
import classes from './video.module.css';

interface Props {
  dialogueId: string;
  player: RefObject<HTMLMediaElement | null>;
  onOpen: (isOpen: boolean) => void;
  /** Notes the moment that is shown; undefined where nothing is written any more. */
  stamp: (() => void) | undefined;
}

interface Chosen {
  url: string;
  mark: FileMark | undefined;
}

/** The recording, played from this device's disk. Nothing of the file goes anywhere. */
export function VideoDesk({ dialogueId, player, onOpen, stamp }: Props) {
  const { t } = useTranslation('video');
  const [known, setKnown] = useState<FileMark>();
  const [chosen, setChosen] = useState<Chosen>();
  const [unplayable, setUnplayable] = useState(false);
  const url = chosen?.url;
  const isOpen = url !== undefined && !unplayable;

  useEffect(() => {
    let gone = false;
    void rememberedFile.read(dialogueId).then((mark) => {
      if (!gone && mark) setKnown(mark);
    });
    return () => {
      gone = true;
    };
  }, [dialogueId]);

  const shown = useRef<string>(undefined);
  useEffect(() => {
    shown.current = url;
    return () => {
      shown.current = undefined;
      if (url) URL.revokeObjectURL(url);
    };
  }, [url]);

  useEffect(() => {
    onOpen(isOpen);
    return () => onOpen(false);
  }, [isOpen, onOpen]);

  async function choose(file: File | null) {
    if (!file) return;
    const next = URL.createObjectURL(file);
    setUnplayable(false);
    setChosen({ url: next, mark: undefined });
    const mark = await markOf(file).catch(() => undefined);
    const before = await rememberedFile.read(dialogueId);
    // Left, or another chosen, while it was read.
    if (shown.current !== next) return;
    setChosen({ url: next, mark });
    if (mark && !before) await remember(mark);
  }

  async function remember(mark: FileMark) {
    await rememberedFile.keep(dialogueId, mark);
    setKnown(mark);
  }

  const other = known && chosen?.mark && !isSame(known, chosen.mark) ? chosen.mark : undefined;
  return (
    <section aria-label={t('title')} className={classes.desk}>
      {isOpen && url && (
        <Player
          key={url}
          url={url}
          player={player}
          stamp={stamp}
          onUnplayable={() => setUnplayable(true)}
        />
      )}
      <Stack gap="xs" align="flex-start" className={classes.about ?? ''}>
        <Group gap={6} wrap="nowrap" align="flex-start">
          <IconDeviceDesktop size="1.25em" aria-hidden="true" className={classes.sign ?? ''} />
          <Text size="sm">{t('stays')}</Text>
        </Group>
        {!chosen && known && (
          <Text size="sm" c="dimmed">
            {t('known', { name: known.name })}
          </Text>
        )}
        <div role="status">
          {unplayable && <Text size="sm">{t('unplayable')}</Text>}
          {other && known && (
            <Text size="sm" fw={550} c="var(--waits)">
              {t('other', { name: known.name })}
            </Text>
          )}
          {chosen?.mark && known && !other && !unplayable && (
            <Text size="sm" c="dimmed">
              {t('remembered')}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <FileButton
            onChange={(file) => void choose(file)}
            accept="video/*,audio/*"
            inputProps={{ 'aria-label': t('choose') }}
          >
            {(button) => (
              <Button {...button} variant={chosen ? 'default' : 'filled'} size="sm">
                {chosen ? t('chooseAnother') : t('choose')}
              </Button>
            )}
          </FileButton>
          {other && (
            <Button size="sm" variant="default" onClick={() => void remember(other)}>
              {t('useThis')}
            </Button>
          )}
        </Group>
      </Stack>
    </section>
  );
}
