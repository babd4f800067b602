import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import classes from './notifications.module.css';
import { askAnew, useNotifications } from './useNotifications';

type Row = Schemas['NotificationRow'];

/** What I am told, newest first; each leads to where it can be seen. */
export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const told = useNotifications();
  const rows = told.data?.pages.flatMap((page) => page.rows);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={[{ ...told, data: rows }]} shape={<SectionShapes count={1} lines={5} />}>
        {(all) =>
          all.length ? (
            <Stack gap="md">
              <ReadAll rows={all} />
              <Section title={t('newest')}>
                <ul className={classes.list}>
                  {all.map((row) => (
                    <Item key={row.id} row={row} />
                  ))}
                </ul>
              </Section>
              {told.hasNextPage && (
                <div>
                  <Button
                    variant="default"
                    loading={told.isFetchingNextPage}
                    onClick={() => void told.fetchNextPage()}
                  >
                    {t('more')}
                  </Button>
                </div>
              )}
            </Stack>
          ) : (
            <EmptyState order={2} title={t('empty.title')}>
              {t('empty.explain')}
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

function Item({ row }: { row: Row }) {
  const { t } = useTranslation('notifications');
  const format = useFormat();
  const queries = useQueryClient();
  const read = () =>
    void api
      .POST('/api/v1/me/notifications/{notificationId}/read', {
        params: { path: { notificationId: row.id } },
      })
      // Where that is lost, it is still unread, and no worse.
      .then(
        () => askAnew(queries),
        () => undefined,
      );
  return (
    <li>
      <Link
        to={row.place}
        className={classes.item ?? ''}
        data-new={row.read ? undefined : ''}
        onClick={row.read ? undefined : read}
      >
        <span className={classes.text}>{row.text}</span>
        <Text component="span" size="sm" c="dimmed">
          {row.read ? format.moment(row.at) : t('new', { at: format.moment(row.at) })}
        </Text>
      </Link>
    </li>
  );
}

/** Up to the newest that is shown: what comes meanwhile stays new. */
function ReadAll({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('notifications');
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const newest = rows[0];
  if (!newest || rows.every(({ read }) => read)) return null;

  async function readAll(until: string) {
    setBusy(true);
    setError(undefined);
    try {
      await api.POST('/api/v1/me/notifications/read', { body: { until } });
      askAnew(queries);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack align="flex-start">
      {error !== undefined && <ProblemNotice error={error} />}
      <Button variant="default" loading={busy} onClick={() => void readAll(newest.at)}>
        {t('readAll')}
      </Button>
    </Stack>
  );
}
