import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { ProposalSheet } from './ProposalSheet';
import { Settings } from './Settings';
import { useStartSeries } from './useStartSeries';

/** Starts rounds for a team: what they are about, then who with whom, and then all of them at once. */
export function StartSeriesPage({ teams }: { teams: Schemas['TeamRef'][] }) {
  const { t } = useTranslation('team');
  const guides = $api.useQuery('get', '/api/v1/guides', {});
  const me = $api.useQuery('get', '/api/v1/me');
  const start = useStartSeries(teams);
  const { proposal } = start;
  return (
    <Page title={t('start.title')} lead={t(proposal ? 'start.leadProposal' : 'start.leadSettings')}>
      <Loaded of={[guides, me]} shape={<SectionShapes count={3} />}>
        {(all, { offers }) =>
          proposal ? (
            <ProposalSheet key={proposal.key} of={start} proposal={proposal} guides={all} />
          ) : (
            <Settings of={start} teams={teams} guides={all} video={offers.video} />
          )
        }
      </Loaded>
    </Page>
  );
}
