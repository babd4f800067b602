import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { PageShape } from '@/components/Shapes';
import { useFormat } from '@/lib/text/useFormat';
import { firstName } from '../names';
import { Counts, countsOf } from './Counts';
import { People } from './People';
import { useSeries } from './useSeries';

/** How far the rounds started for a team have come: where each stands and since when, and no more. */
export function SeriesPage() {
  const { seriesId = '' } = useParams();
  const found = useSeries(seriesId);
  return (
    <Loaded of={[found]} shape={<PageShape />}>
      {(series) => <Series of={series} />}
    </Loaded>
  );
}

function Series({ of }: { of: Schemas['SeriesView'] }) {
  const { t } = useTranslation(['team', 'rounds']);
  const format = useFormat();
  const facts = [
    of.team.name,
    format.period(of.periodFrom, of.periodUntil),
    t('dialogues', { count: of.numberOfDialogues }),
    t(of.mode === 'WITH_VIDEO' ? 'rounds:with.title' : 'rounds:without.title'),
  ];
  return (
    <Page
      title={of.guide.title}
      lead={
        <Stack gap={4}>
          <Anchor component={Link} to="/team">
            {t('title')}
          </Anchor>
          <span>{facts.join(' · ')}</span>
        </Stack>
      }
    >
      <Section title={t('progress.title')}>
        {of.people.length > 0 ? <Counts of={countsOf(of.people)} /> : <Text>{t('nobody')}</Text>}
        <Text size="sm" c="dimmed">
          {t('progress.private')}
        </Text>
      </Section>
      {of.people.length > 0 && <People series={of} />}
      <Section title={t('begun.title')}>
        <Text>
          {t('begun.by', { name: firstName(of.startedBy.name), date: format.day(of.startedAt) })}{' '}
          {t(`pairing.${of.pairing}.done`)}
        </Text>
        {of.message && (
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {t('begun.message', { message: of.message })}
          </Text>
        )}
      </Section>
    </Page>
  );
}
