import { Button, Code, CopyButton, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** A secret as it was answered, and what is given with it. */
export interface Made {
  secret: string;
  /** What the system signs in as, where it does. */
  clientId?: string;
}

/** Shown once: it takes the focus, and the browser asks before the page is left with it. */
export function NewSecret({ made, onKept }: { made: Made; onKept: () => void }) {
  const { t } = useTranslation('integration');
  const title = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    title.current?.focus();
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, []);
  return (
    <Paper withBorder p="md" w="100%" bg="var(--waits-soft)">
      <Stack gap="sm" align="flex-start">
        <Text fw={600} ref={title} tabIndex={-1}>
          {t('secrets.once')}
        </Text>
        <Text>{t('secrets.onceExplain')}</Text>
        {made.clientId && <Value label={t('secrets.clientId')} value={made.clientId} />}
        <Value label={t('secrets.secret')} value={made.secret} />
        <Button size="sm" onClick={onKept}>
          {t('secrets.kept')}
        </Button>
      </Stack>
    </Paper>
  );
}

function Value({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('integration');
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">{label}</Text>
      <Group gap="xs">
        <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              aria-label={t('secrets.copyNamed', { what: label })}
            >
              <span aria-live="polite">{copied ? t('secrets.copied') : t('secrets.copy')}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
