import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import { Counts } from './Counts';
import classes from './series.module.css';
import { useSeriesList } from './useSeries';

/** What was started for the leader's teams, and how far it has come. */
export function TeamPage() {
  const { t } = useTranslation(['team', 'home']);
  const list = useSeriesList();
  const series = list.data?.pages.flatMap(({ rows }) => rows);
  const start = (
    <LinkButton to="/team/start" leftSection={<IconPlus size="1.1em" aria-hidden="true" />}>
      {t('start.title')}
    </LinkButton>
  );
  return (
    <Page
      title={t('title')}
      lead={
        <Stack gap={4}>
          <span>{t('lead')}</span>
          <Anchor component={Link} to="/team/insight">
            {t('insight')}
          </Anchor>
          <Anchor component={Link} to="/team/learning">
            {t('learning')}
          </Anchor>
        </Stack>
      }
      aside={series?.length ? start : undefined}
    >
      <Loaded of={[{ ...list, data: series }]} shape={<SectionShapes />}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState order={2} title={t('empty.title')} action={start}>
              {t('empty.explain')}
            </EmptyState>
          ) : (
            <>
              <ul className={classes.list}>
                {all.map((one) => (
                  <Row key={one.id} of={one} />
                ))}
              </ul>
              {list.hasNextPage && (
                <div>
                  <Button
                    variant="default"
                    loading={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                  >
                    {t('home:more')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ of }: { of: Schemas['SeriesRow'] }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  return (
    <li className={classes.row}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3">
            <Link to={`/team/series/${of.id}`} className={classes.link ?? ''}>
              {of.guide.title}
            </Link>
          </Title>
          <Text size="sm" c="dimmed">
            {[of.team.name, format.period(of.periodFrom, of.periodUntil)].join(' · ')}
          </Text>
        </div>
        {of.standing.length > 0 ? <Counts of={of.standing} /> : <Text>{t('nobody')}</Text>}
      </Stack>
    </li>
  );
}
