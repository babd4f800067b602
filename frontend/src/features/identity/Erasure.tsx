import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { $api, answered, api } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { Told } from '@/components/Told';
import { useFormat } from '@/lib/text/useFormat';

const PATH = '/api/v1/me/erasure-request';

/** Asking to be erased, which an administrator carries out and which can be taken back until then. */
export function Erasure() {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const format = useFormat();
  const request = $api.useQuery('get', PATH);
  const refresh = () => queries.invalidateQueries({ queryKey: ['get', PATH] });
  const ask = useMutation({ mutationFn: () => answered(api.PUT(PATH)), onSettled: refresh });
  const takeBack = useMutation({ mutationFn: () => api.DELETE(PATH), onSettled: refresh });
  const error = ask.error ?? takeBack.error;
  return (
    <Section title={t('erasure.title')}>
      <Loaded of={[request]} shape={<SectionShapes count={1} lines={2} />}>
        {({ askedAt }) => (
          <Stack align="flex-start">
            <Text>{t('erasure.explain')}</Text>
            <Text size="sm" c="dimmed">
              {t('erasure.whatGoes')}
            </Text>
            {error && <ProblemNotice error={error} />}
            <Told>
              {askedAt ? (
                <Text>{t('erasure.asked', { day: format.day(askedAt) })}</Text>
              ) : (
                takeBack.isSuccess && <Text>{t('erasure.takenBack')}</Text>
              )}
            </Told>
            {askedAt ? (
              <Button
                variant="default"
                loading={takeBack.isPending}
                onClick={() => takeBack.mutate()}
              >
                {t('erasure.takeBack')}
              </Button>
            ) : (
              <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
                {t('erasure.ask')}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
