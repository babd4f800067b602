import { Button, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { $api, answered, api, type Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useKept } from '@/lib/keeping/useKept';
import { useNextRound } from './useNextRound';

interface Props {
  round: Schemas['RoundView'];
  summary: Schemas['SummaryView'];
  points: Schemas['FollowedUpPoint'][];
}

/** The next round: the same two, with the points that are not let go. */
export function NextRound({ round, summary, points }: Props) {
  const { t } = useTranslation('summaries');
  const next = useNextRound(round.id, summary.concludedAt);
  const guides = $api.useQuery('get', '/api/v1/guides');
  return (
    <Section title={t('next.title')}>
      <Loaded of={[next, guides]} shape={<SectionShapes count={1} />}>
        {({ next: begun }, rows) =>
          begun ? (
            <Stack gap="sm" align="flex-start">
              <Text>{t('next.begun')}</Text>
              <LinkButton variant="default" to={`/rounds/${begun.id}`}>
                {t('next.open')}
              </LinkButton>
            </Stack>
          ) : (
            round.partner && (
              <Begin round={round} partner={round.partner} points={carried(points)} guides={rows} />
            )
          )
        }
      </Loaded>
    </Section>
  );
}

/** The points that go along: those that were let go stay behind. */
function carried(points: readonly Schemas['FollowedUpPoint'][]): string[] {
  return points.filter(({ status }) => status !== 'LET_GO').map(({ text }) => text);
}

interface BeginProps {
  round: Schemas['RoundView'];
  partner: Schemas['PersonRef'];
  points: string[];
  guides: Schemas['GuideRow'][];
}

function Begin({ round, partner, points, guides }: BeginProps) {
  const { t } = useTranslation('summaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = $api.useQuery('get', '/api/v1/me');
  const mode = me.data?.offers.video === false ? 'WITHOUT_VIDEO' : round.mode;
  const [first] = useState(() => ({
    key: crypto.randomUUID() as string,
    guideId: (guides.find(({ id }) => id === round.guide.id) ?? guides[0])?.id ?? '',
  }));
  const form = useKept(`next:${round.id}`, first);
  const begin = useMutation({
    mutationFn: () => {
      // Kept before it is sent: were the answer lost, the same key makes no second round.
      form.change({});
      return answered(
        api.POST('/api/v1/rounds/{roundId}/next', {
          params: { path: { roundId: round.id }, header: { 'Idempotency-Key': form.value.key } },
          body: { guideId: form.value.guideId, partnerId: partner.id, mode },
        }),
      );
    },
    onSuccess: (made) => {
      form.forget();
      void queries.invalidateQueries({
        queryKey: $api.queryOptions('get', '/api/v1/rounds').queryKey.slice(0, 2),
      });
      void navigate(`/rounds/${made.id}/agreement`);
    },
  });
  return (
    <Stack gap="md" align="flex-start">
      {points.length > 0 ? (
        <div>
          <Text>{t('next.carried')}</Text>
          <List>
            {points.map((point, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: read only, and two points may say the same.
              <List.Item key={at}>{point}</List.Item>
            ))}
          </List>
        </div>
      ) : (
        <Text>{t('next.nothingCarried')}</Text>
      )}
      <NativeSelect
        label={t('next.guide')}
        value={form.value.guideId}
        onChange={({ currentTarget }) =>
          form.change({ guideId: currentTarget.value, key: crypto.randomUUID() })
        }
        data={guides.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Text c="dimmed">{t('next.explain', { partner: partner.name })}</Text>
      <Button
        variant={round.status === 'FOLLOWED_UP' ? 'filled' : 'default'}
        loading={begin.isPending}
        disabled={!form.value.guideId}
        onClick={() => begin.mutate()}
      >
        {t('next.begin')}
      </Button>
      {begin.error && <ProblemNotice error={begin.error} />}
    </Stack>
  );
}
