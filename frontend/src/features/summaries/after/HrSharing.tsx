import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, answered, api, ifMatch, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useSummaryAnswered } from '../useSummary';
import { HrPreview } from './HrPreview';
import { hrContent } from './hrContent';

interface Props {
  round: Schemas['RoundView'];
  view: Schemas['SummaryView'];
}

/** Whether HR may read the summary: what they would get is shown before the button that lets them. */
export function HrSharing({ round, view }: Props) {
  const { t } = useTranslation('summaries');
  const { take, ask } = useSummaryAnswered(round.id);
  const me = $api.useQuery('get', '/api/v1/me');
  const [looking, setLooking] = useState(false);
  const shared = view.sharedWithHr;
  const params = { path: { roundId: round.id }, header: ifMatch(view.version) };
  const change = useMutation({
    mutationFn: (share: boolean) =>
      answered(
        share
          ? api.PUT('/api/v1/rounds/{roundId}/summary/sharing', { params })
          : api.DELETE('/api/v1/rounds/{roundId}/summary/sharing', { params }),
      ),
    onSuccess: take,
    onError: ask,
  });
  // Where the organisation does not offer it there is nothing to choose, but for taking back what is shared.
  if (!shared && me.data?.offers.hrSharing === false) return null;
  return (
    <Section title={t('hr.title')} tone={shared ? 'theirs' : 'mine'}>
      <div role="status">
        <Text fw={550}>{t(shared ? 'hr.shared' : 'hr.notShared')}</Text>
      </div>
      <Text>{t(shared ? 'hr.sharedExplain' : 'hr.explain')}</Text>
      <Group>
        <Button variant="default" aria-expanded={looking} onClick={() => setLooking(!looking)}>
          {t(looking ? 'hr.hide' : 'hr.look')}
        </Button>
        {shared && (
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(false)}>
            {t('hr.takeBack')}
          </Button>
        )}
      </Group>
      {looking && (
        <Loaded of={[me]} shape={<SectionShapes count={1} />}>
          {(person) => {
            const content = hrContent(person, view);
            return (
              content && (
                <Stack gap="md" align="flex-start">
                  <HrPreview content={content} shared={shared} />
                  {!shared && (
                    <Button loading={change.isPending} onClick={() => change.mutate(true)}>
                      {t('hr.share')}
                    </Button>
                  )}
                </Stack>
              )
            );
          }}
        </Loaded>
      )}
      {change.error && <ProblemNotice error={change.error} />}
    </Section>
  );
}
