import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';

const PATH = '/api/v1/me/sessions';

type Row = Schemas['SessionRow'];

/** Where one is signed in, and how to sign out from there. */
export function Sessions() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const sessions = $api.useQuery('get', PATH);
  const [error, setError] = useState<unknown>();

  async function end(call: () => Promise<unknown>) {
    setError(undefined);
    try {
      await call();
    } catch (problem) {
      setError(problem);
    }
    await queries.invalidateQueries({ queryKey: ['get', PATH] });
  }

  return (
    <Section title={t('sessions.title')}>
      {error !== undefined && <ProblemNotice error={error} />}
      <Loaded of={[sessions]} shape={<SectionShapes count={1} />}>
        {(rows) => (
          <Stack gap="lg" align="flex-start">
            {rows.map((row) => (
              <Place
                key={row.id}
                row={row}
                onEnd={() =>
                  end(() =>
                    api.DELETE(`${PATH}/{sessionId}`, { params: { path: { sessionId: row.id } } }),
                  )
                }
              />
            ))}
            {rows.some(({ current }) => !current) ? (
              <>
                <Text>{t('sessions.explain')}</Text>
                <Button variant="default" onClick={() => end(() => api.DELETE(PATH))}>
                  {t('sessions.endOthers')}
                </Button>
              </>
            ) : (
              <Text>{t('sessions.none')}</Text>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Place({ row, onEnd }: { row: Row; onEnd: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const { browser, system } = row;
  const device =
    browser && system
      ? t('sessions.known', { browser, system })
      : (browser ?? system ?? t('sessions.unknown'));
  return (
    <Group justify="space-between" w="100%">
      <Stack gap={2}>
        <Group gap="xs">
          <Text fw={600}>{device}</Text>
          {row.current && (
            <Badge variant="outline" color="gray" c="var(--mantine-color-text)" tt="none" size="lg">
              {t('sessions.current')}
            </Badge>
          )}
        </Group>
        <Text size="sm">{t('sessions.used', { moment: format.moment(row.lastUsedAt) })}</Text>
        <Text size="sm">{t('sessions.started', { moment: format.moment(row.startedAt) })}</Text>
      </Stack>
      {!row.current && (
        <Button
          variant="default"
          loading={busy}
          aria-label={t('sessions.endNamed', { device })}
          onClick={() => {
            setBusy(true);
            void onEnd().finally(() => setBusy(false));
          }}
        >
          {t('sessions.end')}
        </Button>
      )}
    </Group>
  );
}
