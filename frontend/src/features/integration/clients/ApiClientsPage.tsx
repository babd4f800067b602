import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { ApiClient } from './ApiClient';
import { NewClient } from './NewClient';
import { useClients } from './useClients';

/** The systems that may call Dialogspejl: which they are, what they may, and how that ends. */
export function ApiClientsPage() {
  const { t } = useTranslation('integration');
  const clients = useClients();
  return (
    <Page title={t('clients.title')} lead={t('clients.lead')}>
      <Loaded of={[clients]} shape={<SectionShapes count={2} />}>
        {(all) => (
          <>
            {all.length === 0 && (
              <EmptyState
                order={2}
                title={t('clients.emptyTitle')}
                action={<Anchor href="/api/docs">{t('docs')}</Anchor>}
              >
                {t('clients.emptyExplain')}
              </EmptyState>
            )}
            <NewClient />
            {all.map((client) => (
              <ApiClient key={client.id} client={client} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
