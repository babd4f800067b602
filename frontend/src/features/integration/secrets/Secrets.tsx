import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskedTwice } from '@/components/AskedTwice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useFormat } from '@/lib/text/useFormat';
import { type Made, NewSecret } from './NewSecret';

/** One that is in use and one that takes over: more would only be forgotten. */
const MOST = 2;

interface Secret {
  id: string;
  createdAt: string;
  lastUsedAt?: string;
}

interface Props {
  /** Those that are live, the oldest first. */
  secrets: Secret[];
  make: () => Promise<Made>;
  remove: (secretId: string) => Promise<unknown>;
  /** What it means that there is none. */
  none: string;
}

/** The secrets that a system has with us, and how one takes over from the other. */
export function Secrets({ secrets, make, remove, none }: Props) {
  const { t } = useTranslation('integration');
  const [made, setMade] = useState<Made>();
  const making = useMutation({ mutationFn: make, onSuccess: setMade });
  return (
    <Stack gap="sm" align="flex-start">
      {secrets.length === 0 && <Text>{none}</Text>}
      {secrets.map((secret) => (
        <OneSecret key={secret.id} secret={secret} remove={() => remove(secret.id)} />
      ))}
      {making.error && <ProblemNotice error={making.error} />}
      {made ? (
        <NewSecret made={made} onKept={() => setMade(undefined)} />
      ) : (
        secrets.length < MOST && (
          <>
            {secrets.length > 0 && (
              <Text size="sm" c="dimmed" maw="38rem">
                {t('secrets.rotate')}
              </Text>
            )}
            <Button
              size="sm"
              variant="default"
              loading={making.isPending}
              onClick={() => making.mutate()}
            >
              {t('secrets.make')}
            </Button>
          </>
        )
      )}
      {!made && secrets.length === MOST && (
        <Text size="sm" c="dimmed" maw="38rem">
          {t('secrets.two')}
        </Text>
      )}
    </Stack>
  );
}

function OneSecret({ secret, remove }: { secret: Secret; remove: () => Promise<unknown> }) {
  const { t } = useTranslation(['integration', 'app']);
  const format = useFormat();
  const removing = useMutation({ mutationFn: remove });
  const id = `secret-${secret.id}`;
  return (
    <Stack gap={4} align="flex-start">
      <Text id={id}>
        {t('secrets.made', { day: format.day(secret.createdAt) })}{' '}
        {secret.lastUsedAt && t('secrets.used', { moment: format.moment(secret.lastUsedAt) })}
      </Text>
      <AskedTwice
        quiet
        action={{
          error: removing.error,
          isPending: removing.isPending,
          mutate: () => removing.mutate(),
        }}
        words={{
          offer: t('secrets.remove'),
          question: t('secrets.removeQuestion'),
          yes: t('secrets.removeYes'),
          no: t('app:cancel'),
        }}
        describedBy={id}
      />
    </Stack>
  );
}
