import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { PageShape } from '@/components/Shapes';
import { SeriesPage } from './SeriesPage';
import { StartSeriesPage } from './StartSeriesPage';
import { TeamPage } from './TeamPage';

/** The leader's area: rounds started for the teams they lead. For others there is nothing here. */
export function Team() {
  const me = $api.useQuery('get', '/api/v1/me');
  return (
    <Loaded of={[me]} shape={<PageShape />}>
      {({ roles, leads }) =>
        roles.includes('LEADER') && leads.length > 0 ? <Pages teams={leads} /> : <LeadsNone />
      }
    </Loaded>
  );
}

function Pages({ teams }: { teams: Schemas['TeamRef'][] }) {
  return (
    <Routes>
      <Route index element={<TeamPage />} />
      <Route path="start" element={<StartSeriesPage teams={teams} />} />
      <Route path="series/:seriesId" element={<SeriesPage />} />
      <Route path="*" element={<LeadsNone />} />
    </Routes>
  );
}

function LeadsNone() {
  const { t } = useTranslation('team');
  return (
    <Page title={t('title')}>
      <EmptyState order={2} title={t('none.title')}>
        {t('none.explain')}
      </EmptyState>
    </Page>
  );
}
