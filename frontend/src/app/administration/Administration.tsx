import { Stack } from '@mantine/core';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { $api } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { PageLinks } from '@/components/PageLinks';
import { PageShape } from '@/components/Shapes';
import { NotFound } from '../NotFound';

const ApiClientsPage = lazy(async () => ({
  default: (await import('@/features/integration/clients/ApiClientsPage')).ApiClientsPage,
}));
const WebhooksPage = lazy(async () => ({
  default: (await import('@/features/integration/webhooks/WebhooksPage')).WebhooksPage,
}));
const WebhookPage = lazy(async () => ({
  default: (await import('@/features/integration/webhooks/WebhookPage')).WebhookPage,
}));
const RulesPage = lazy(async () => ({
  default: (await import('@/features/organisation/RulesPage')).RulesPage,
}));
const AuditPage = lazy(async () => ({
  default: (await import('@/features/audit/AuditPage')).AuditPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('@/features/provisioning/ImportPage')).ImportPage,
}));
const PeoplePage = lazy(async () => ({
  default: (await import('@/features/provisioning/directory/PeoplePage')).PeoplePage,
}));
const PersonPage = lazy(async () => ({
  default: (await import('@/features/provisioning/directory/PersonPage')).PersonPage,
}));
const InvitationsPage = lazy(async () => ({
  default: (await import('@/features/provisioning/directory/InvitationsPage')).InvitationsPage,
}));
const ErasuresPage = lazy(async () => ({
  default: (await import('@/features/provisioning/directory/ErasuresPage')).ErasuresPage,
}));
const TeamsPage = lazy(async () => ({
  default: (await import('@/features/provisioning/directory/TeamsPage')).TeamsPage,
}));
const TeamPage = lazy(async () => ({
  default: (await import('@/features/provisioning/directory/TeamPage')).TeamPage,
}));

const GuidesPage = lazy(async () => ({
  default: (await import('@/features/guides/own/GuidesPage')).GuidesPage,
}));
const ManagedGuidePage = lazy(async () => ({
  default: (await import('@/features/guides/own/ManagedGuidePage')).ManagedGuidePage,
}));
const TopicPage = lazy(async () => ({
  default: (await import('@/features/guides/own/TopicPage')).TopicPage,
}));
const PreviewPage = lazy(async () => ({
  default: (await import('@/features/guides/own/PreviewPage')).PreviewPage,
}));

/** What administrators keep in order. For others there is nothing here. */
export function Administration() {
  const me = $api.useQuery('get', '/api/v1/me');
  return (
    <Loaded of={[me]} shape={<PageShape />}>
      {({ roles }) =>
        roles.includes('ADMINISTRATOR') ? (
          <Routes>
            <Route element={<Frame />}>
              <Route index element={<Navigate to="people" replace />} />
              <Route path="people" element={<PeoplePage />} />
              <Route path="people/invitations" element={<InvitationsPage />} />
              <Route path="people/erasures" element={<ErasuresPage />} />
              <Route path="people/:personId" element={<PersonPage />} />
              <Route path="teams" element={<TeamsPage />} />
              <Route path="teams/:teamId" element={<TeamPage />} />
              <Route path="people/import" element={<ImportPage />} />
              <Route path="guides" element={<GuidesPage />} />
              <Route path="guides/:guideId" element={<ManagedGuidePage />} />
              <Route path="guides/:guideId/preview" element={<PreviewPage />} />
              <Route path="guides/:guideId/topics/:topic" element={<TopicPage />} />
              <Route path="api-clients" element={<ApiClientsPage />} />
              <Route path="webhooks" element={<WebhooksPage />} />
              <Route path="webhooks/:webhookId" element={<WebhookPage />} />
              <Route path="rules" element={<RulesPage />} />
              <Route path="audit" element={<AuditPage />} />
              <Route path="*" element={<NotFound />} />
            </Route>
          </Routes>
        ) : (
          <NotFound />
        )
      }
    </Loaded>
  );
}

function Frame() {
  const { t } = useTranslation('administration');
  return (
    <Stack gap="xl">
      <div className="no-print">
        <PageLinks
          label={t('pages')}
          pages={[
            ['/administration/people', t('page.people')],
            ['/administration/teams', t('page.teams')],
            ['/administration/people/import', t('page.import')],
            ['/administration/guides', t('page.guides')],
            ['/administration/api-clients', t('page.apiClients')],
            ['/administration/webhooks', t('page.webhooks')],
            ['/administration/rules', t('page.rules')],
            ['/administration/audit', t('page.audit')],
          ]}
        />
      </div>
      <Outlet />
    </Stack>
  );
}
