import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { save } from '@/lib/save';

/** Everything that is kept about me, as a page to read and as a file for other programs. */
export function MyData() {
  const { t } = useTranslation('identity');
  const page = useMutation({
    mutationFn: async () =>
      save((await api.GET('/api/v1/me/data/page', { parseAs: 'blob' })).data, 'dialogspejl.html'),
  });
  const file = useMutation({
    mutationFn: async () =>
      save((await api.GET('/api/v1/me/data', { parseAs: 'blob' })).data, 'dialogspejl.json'),
  });
  const error = page.error ?? file.error;
  return (
    <Section title={t('data.title')}>
      <Stack align="flex-start">
        <Text>{t('data.explain')}</Text>
        <Text size="sm" c="dimmed">
          {t('data.leftOut')}
        </Text>
        {error && <ProblemNotice error={error} />}
        <Group gap="xs">
          <Button variant="default" loading={page.isPending} onClick={() => page.mutate()}>
            {t('data.page')}
          </Button>
          <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
            {t('data.file')}
          </Button>
        </Group>
        <Told>{(page.isSuccess || file.isSuccess) && <Text>{t('data.saved')}</Text>}</Told>
      </Stack>
    </Section>
  );
}
