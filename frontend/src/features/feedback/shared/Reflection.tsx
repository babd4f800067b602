import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timecode } from '@/lib/text/useFormat';
import type { SharedReflection } from './shared';
import classes from './shared.module.css';

/** What one wrote on a topic, to read. A moment is a time to find on one's own device: the film is not here. */
export function Reflection({ of: { text, moments } }: { of: SharedReflection }) {
  const { t } = useTranslation('feedback');
  return (
    <Stack gap="xs">
      {text.trim() !== '' && <Text className={classes.words ?? ''}>{text}</Text>}
      {moments.length > 0 && (
        <ul className={classes.moments} aria-label={t('shared.moments')}>
          {moments.map(({ second, note }) => (
            <li key={`${second}-${note}`}>
              <span className={classes.time}>{timecode(second)}</span>
              <span className={classes.words}>{note}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
