import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, Route, Routes, useParams } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { PageLinks } from '@/components/PageLinks';
import { PageShape } from '@/components/Shapes';
import { NotFound } from '../NotFound';
import classes from './TeamArea.module.css';

/** What a leader has of a team they lead. For others there is nothing here. */
export function TeamArea() {
  const { teamId } = useParams();
  const me = $api.useQuery('get', '/api/v1/me');
  return (
    <Loaded of={[me]} shape={<PageShape />}>
      {({ leads }) => {
        const team = leads.find(({ id }) => id === teamId);
        return team ? (
          <Routes>
            <Route element={<Frame key={team.id} team={team} />}>
              <Route path="*" element={<NotFound />} />
            </Route>
          </Routes>
        ) : (
          <NotFound />
        );
      }}
    </Loaded>
  );
}

function Frame({ team }: { team: Schemas['TeamRef'] }) {
  const { t } = useTranslation(['teams', 'app']);
  return (
    <Stack gap="xl">
      <div className="no-print">
        <Text size="sm" c="dimmed">
          <Link to="/" className={classes.up ?? ''}>
            {t('app:home')}
          </Link>
          {' / '}
          {team.name}
        </Text>
        <PageLinks label={t('pages')} pages={[]} />
      </div>
      <Outlet context={team} />
    </Stack>
  );
}
