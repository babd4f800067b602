import { ActionIcon, Button, Group, Kbd, NativeSelect, Text } from '@mantine/core';
import {
  IconBookmarkPlus,
  IconPlayerPause,
  IconPlayerPlay,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './video.module.css';

const SPEEDS = ['0.5', '0.75', '1', '1.25', '1.5', '2'] as const;
/** Seconds that one goes back or forward. */
const LEAP = 5;

interface Props {
  url: string;
  player: RefObject<HTMLMediaElement | null>;
  stamp: (() => void) | undefined;
  onUnplayable: () => void;
}

/** Plays a recording, with the browser's controls and larger ones of our own. */
export function Player({ url, player, stamp, onUnplayable }: Props) {
  const { t, i18n } = useTranslation('video');
  const [playing, setPlaying] = useState(false);
  const leap = (seconds: number) => {
    const { current } = player;
    if (current) current.currentTime = Math.max(0, current.currentTime + seconds);
  };
  const speed = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'da-DK');
  return (
    <div className={classes.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: the reader's own recording has no captions. */}
      <video
        ref={(element) => {
          player.current = element;
        }}
        className={classes.picture}
        src={url}
        controls
        playsInline
        preload="metadata"
        disableRemotePlayback
        controlsList="nodownload noremoteplayback"
        aria-label={t('title')}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onError={onUnplayable}
      />
      <Group gap={8}>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t('back', { count: LEAP })}
          onClick={() => leap(-LEAP)}
        >
          <IconRewindBackward5 size="1.25rem" aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={playing ? t('pause') : t('play')}
          onClick={() => {
            if (playing) player.current?.pause();
            else void player.current?.play();
          }}
        >
          {playing ? (
            <IconPlayerPause size="1.25rem" aria-hidden="true" />
          ) : (
            <IconPlayerPlay size="1.25rem" aria-hidden="true" />
          )}
        </ActionIcon>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t('forward', { count: LEAP })}
          onClick={() => leap(LEAP)}
        >
          <IconRewindForward5 size="1.25rem" aria-hidden="true" />
        </ActionIcon>
        <NativeSelect
          size="sm"
          w="5rem"
          aria-label={t('speed')}
          defaultValue="1"
          data={SPEEDS.map((value) => ({
            value,
            label: t('times', { speed: speed.format(Number(value)) }),
          }))}
          onChange={(event) => {
            if (player.current) player.current.playbackRate = Number(event.currentTarget.value);
          }}
        />
        {stamp && (
          <Button
            size="sm"
            leftSection={<IconBookmarkPlus size="1.2em" aria-hidden="true" />}
            aria-label={t('stamp')}
            onClick={stamp}
          >
            <span className={classes.long}>{t('stamp')}</span>
            <span className={classes.short}>{t('stampShort')}</span>
          </Button>
        )}
      </Group>
      {stamp && (
        <Text size="xs" c="dimmed" className={classes.keys ?? ''}>
          <Kbd size="xs">{t('keys.ctrl')}</Kbd> <Kbd size="xs">{t('keys.enter')}</Kbd>{' '}
          {t('keys.stamps')} <Kbd size="xs">{t('keys.ctrl')}</Kbd>{' '}
          <Kbd size="xs">{t('keys.shift')}</Kbd> <Kbd size="xs">{t('keys.enter')}</Kbd>{' '}
          {t('keys.plays')}
        </Text>
      )}
    </div>
  );
}
