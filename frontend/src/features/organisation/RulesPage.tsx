import { useTranslation } from 'react-i18next';
import { $api } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { Retention } from './Retention';
import { Rules } from './Rules';

/** What an organisation chooses for everybody in it, each choice with what it means. */
export function RulesPage() {
  const { t } = useTranslation('organisation');
  const rules = $api.useQuery('get', '/api/v1/organisation/rules');
  const retention = $api.useQuery('get', '/api/v1/retention');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={[rules, retention]} shape={<SectionShapes count={2} lines={6} />}>
        {(chosen, terms) => (
          <>
            <Rules rules={chosen} />
            <Retention terms={terms} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
