import { Badge, Button, Group, List, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/Section';
import type { Effect, Row } from './useImport';

const EFFECTS: Effect[] = [
  'CREATED',
  'DEACTIVATED',
  'REACTIVATED',
  'MOVED',
  'CHANGED',
  'UNCHANGED',
];

/** As many more at a time: a browser can show thousands, and nobody can read them. */
const STEP = 50;

/** What each row does, one kind of effect at a time or all. */
export function Rows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('provisioning');
  const [kind, setKind] = useState<Effect | 'ALL'>('ALL');
  const [most, setMost] = useState(STEP);
  const there = EFFECTS.filter((effect) => rows.some((row) => row.effect === effect));
  const chosen = kind === 'ALL' || there.includes(kind) ? kind : 'ALL';
  const found = chosen === 'ALL' ? rows : rows.filter((row) => row.effect === chosen);
  const count = (effect: Effect) => rows.filter((row) => row.effect === effect).length;
  return (
    <Section title={t('rows.title', { count: rows.length })}>
      <Stack>
        {there.length > 1 && (
          <Radio.Group
            label={t('rows.show')}
            value={chosen}
            onChange={(value) => {
              setKind(value as Effect | 'ALL');
              setMost(STEP);
            }}
          >
            <Group gap="md">
              <Radio value="ALL" label={t('rows.all', { count: rows.length })} />
              {there.map((effect) => (
                <Radio
                  key={effect}
                  value={effect}
                  label={t(`rows.kind.${effect}`, { count: count(effect) })}
                />
              ))}
            </Group>
          </Radio.Group>
        )}
        <List listStyleType="none" spacing="sm" aria-label={t('rows.list')}>
          {found.slice(0, most).map((row) => (
            <List.Item key={`${row.row} ${row.personId}`}>
              <RowOutcome row={row} />
            </List.Item>
          ))}
        </List>
        {found.length > most && (
          <div>
            <Button variant="default" onClick={() => setMost(most + STEP)}>
              {t('rows.more', { count: Math.min(STEP, found.length - most) })}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  );
}

function RowOutcome({ row }: { row: Row }) {
  const { t } = useTranslation('provisioning');
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text fw={600}>{row.name ?? t('nameless')}</Text>
        <Badge variant="outline">{t(`effect.${row.effect}`)}</Badge>
        <Text size="sm" c="dimmed">
          {row.row ? t('line', { row: row.row }) : t('notInFile')}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {row.email}
      </Text>
      {row.personId &&
        row.changes.map((change) => (
          <Text size="sm" key={change.field} style={{ overflowWrap: 'anywhere' }}>
            {t('changed', {
              field: t(`field.${change.field as 'name'}`),
              from: said(change.field, change.from),
              to: said(change.field, change.to),
            })}
          </Text>
        ))}
    </Stack>
  );

  function said(field: string, value: string | undefined): string {
    if (!value) return t('none');
    if (field === 'roles')
      return value
        .split(' ')
        .map((role) => t(`role.${role as 'LEADER'}`))
        .join(', ');
    return field === 'language' ? t(`language.${value as 'da'}`) : value;
  }
}
