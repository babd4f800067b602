import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/lib/documents/merge';
import type { OpenDocument } from '@/lib/documents/useDocument';

interface Props<T extends Content, V> {
  of: OpenDocument<T, V>;
  field: keyof T & string;
  /** The other's first name, where it is known who wrote. */
  name?: string | undefined;
  /** How a value reads; as it is, unless told otherwise. */
  show?: (value: unknown) => string;
}

/** Two wrote in the same field: both texts, and the choice. Nothing is dropped before it is made. */
export function ConflictPanel<T extends Content, V>({
  of,
  field,
  name,
  show = String,
}: Props<T, V>) {
  const { t } = useTranslation();
  const conflict = of.conflicts.find((found) => found.field === field);
  if (!conflict) return null;
  const mine = of.content[field];
  const { theirs } = conflict;
  const joined = of.document.joined(field, theirs, mine);
  const settle = (value: unknown) => of.document.resolve(field, value);
  return (
    <Paper
      p="md"
      bg="var(--waits-soft)"
      bd="1px solid var(--waits)"
      role="group"
      aria-label={t('conflict.title')}
    >
      <Stack gap="sm">
        <div role="alert">
          <Text fw={650}>{t('conflict.title')}</Text>
          <Text size="sm">{t('conflict.explain')}</Text>
        </div>
        <Version label={t('conflict.mine')} text={said(mine, show) || t('conflict.empty')} />
        <Version
          label={name ? t('conflict.theirs', { name }) : t('conflict.theirsUnnamed')}
          text={said(theirs, show) || t('conflict.empty')}
        />
        <Group gap="xs">
          {joined !== undefined && (
            <Button size="sm" onClick={() => settle(joined)}>
              {t('conflict.keepBoth')}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={() => settle(mine)}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="sm" variant="default" onClick={() => settle(theirs)}>
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function said(value: unknown, show: (value: unknown) => string): string {
  return value === undefined || value === null || value === '' ? '' : show(value);
}

function Version({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
    </div>
  );
}
