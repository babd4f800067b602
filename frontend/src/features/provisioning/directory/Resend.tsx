import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Told } from '@/components/Told';
import { useDirectoryAnew } from './useDirectory';

interface Props {
  personId: string;
  /** Id of who it is. */
  describedBy: string;
}

/** Sends somebody who has not come in yet a new invitation. */
export function Resend({ personId, describedBy }: Props) {
  const { t } = useTranslation('directory');
  const sending = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/invitations/{personId}/resend', { params: { path: { personId } } }),
    onSettled: useDirectoryAnew(),
  });
  return (
    <Stack gap="xs" align="flex-start">
      {sending.error !== null && <ProblemNotice error={sending.error} />}
      <Button
        size="sm"
        variant="default"
        aria-describedby={describedBy}
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {t('invitations.resend')}
      </Button>
      <Told>{sending.isSuccess && <Text size="sm">{t('invitations.resent')}</Text>}</Told>
    </Stack>
  );
}
