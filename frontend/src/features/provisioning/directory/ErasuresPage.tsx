import { Anchor, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, api, type Schemas } from '@/api/client';
import { AskedTwice } from '@/components/AskedTwice';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { Told } from '@/components/Told';
import { useFormat } from '@/lib/text/useFormat';
import classes from './directory.module.css';
import { useDirectoryAnew } from './useDirectory';

const PATH = '/api/v1/erasure-requests';

/** Who has asked to be erased, longest ago first. */
export function ErasuresPage() {
  const { t } = useTranslation('directory');
  const requests = $api.useQuery('get', PATH, { params: { query: { limit: 100 } } });
  const [erased, setErased] = useState(false);
  return (
    <Page
      title={t('erasures.title')}
      lead={
        <Anchor component={Link} to="/administration/people">
          {t('people.title')}
        </Anchor>
      }
    >
      <Told>{erased && <Text>{t('erasures.done')}</Text>}</Told>
      <Loaded of={[requests]} shape={<SectionShapes count={1} lines={3} />}>
        {(asked) =>
          asked.length ? (
            <Section title={t('erasures.waiting')}>
              <Text>{t('erasures.explain')}</Text>
              <ul className={classes.list}>
                {asked.map((request) => (
                  <Asked key={request.id} request={request} onErased={() => setErased(true)} />
                ))}
              </ul>
            </Section>
          ) : (
            <EmptyState order={2} title={t('erasures.noneTitle')}>
              {t('erasures.noneExplain')}
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

interface Props {
  request: Schemas['ErasureRequestRow'];
  onErased: () => void;
}

function Asked({ request: { person, askedAt }, onErased }: Props) {
  const { t } = useTranslation(['directory', 'app']);
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const anew = useDirectoryAnew();
  const erasing = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/erasure-requests/{personId}/carry-out', {
        params: { path: { personId: person.id } },
      }),
    onSuccess: onErased,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['get', PATH] });
      await anew();
    },
  });
  return (
    <li>
      <Stack gap="xs" align="flex-start">
        <Anchor component={Link} to={`/administration/people/${person.id}`} id={id}>
          {person.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('erasures.asked', { day: format.day(askedAt) })}
        </Text>
        <AskedTwice
          action={{ ...erasing, mutate: () => erasing.mutate() }}
          words={{
            offer: t('erase.offer'),
            question: t('erase.question', { name: person.name }),
            yes: t('erase.yes'),
            no: t('app:cancel'),
          }}
          describedBy={id}
        />
      </Stack>
    </li>
  );
}
