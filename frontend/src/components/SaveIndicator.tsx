import { Group, List, Stack, Text, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconDots,
  IconGitMerge,
  IconShieldLock,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/lib/documents/merge';
import type { SaveState } from '@/lib/documents/syncedDocument';
import type { OpenDocument } from '@/lib/documents/useDocument';
import { Rescue } from './Rescue';
import classes from './SaveIndicator.module.css';

const SIGNS = {
  saved: IconCheck,
  saving: IconDots,
  offline: IconCloudOff,
  signedOut: IconCloudOff,
  unkept: IconAlertTriangle,
  refused: IconAlertTriangle,
  conflict: IconGitMerge,
  held: IconShieldLock,
} satisfies Record<SaveState, typeof IconCheck>;

interface Props<T extends Content, V> {
  of: OpenDocument<T, V>;
  /** Stays in sight while one writes further down, as far as its container goes. */
  stays?: boolean;
}

/** Where what one writes is now. Read aloud when it matters: not on each pause in typing. */
export function SaveIndicator<T extends Content, V>({ of, stays = false }: Props<T, V>) {
  const { t } = useTranslation();
  const { state, problem, document, content } = of;
  const Sign = SIGNS[state];
  const alarming = state === 'unkept' || state === 'refused' || state === 'conflict';
  return (
    <Stack gap={6} align="flex-start" className={stays ? `no-print ${classes.stays}` : 'no-print'}>
      <Group
        gap={6}
        wrap="nowrap"
        c={alarming ? 'var(--mantine-color-error)' : 'dimmed'}
        data-save-state={state}
      >
        <Sign size="1.1em" aria-hidden="true" />
        <Text component="span" size="sm">
          {t(`saveState.${state}`)}
        </Text>
      </Group>
      <Spoken state={state} />
      {problem && (
        <List size="sm" role="alert">
          {(problem.violations ?? problem.unmet ?? [{ detail: problem.detail }]).map(
            ({ detail }) => (
              <List.Item key={detail}>{detail}</List.Item>
            ),
          )}
        </List>
      )}
      {(state === 'refused' || state === 'unkept') && (
        <Group gap="xs">
          <Rescue document={document} content={content} />
        </Group>
      )}
    </Stack>
  );
}

function Spoken({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<SaveState>('saved');
  useEffect(() => {
    if (state === 'saving') return;
    const pause = setTimeout(() => setSaid(state), 1_000);
    return () => clearTimeout(pause);
  }, [state]);
  const [quiet, setQuiet] = useState(true);
  useEffect(() => {
    if (said !== 'saved') setQuiet(false);
  }, [said]);
  return <VisuallyHidden role="status">{quiet ? '' : t(`saveState.${said}`)}</VisuallyHidden>;
}
