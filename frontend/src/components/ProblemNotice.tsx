import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NoConnection, type Problem, ProblemError, type ProblemKind } from '@/api/problems';

interface Props {
  /** What was thrown. */
  error: unknown;
  /** Offers to try again. */
  retry?: (() => void) | undefined;
}

const KNOWN: ReadonlySet<string> = new Set<ProblemKind>([
  'malformed',
  'invalid',
  'not-signed-in',
  'sign-in-failed',
  'second-factor-needed',
  'second-factor-wrong',
  'provider-refused',
  'not-invited',
  'password-not-used',
  'no-provider',
  'provider-unavailable',
  'session-ended',
  'forbidden',
  'not-found',
  'step-not-possible',
  'request-in-progress',
  'stale',
  'too-large',
  'idempotency-key-reused',
  'too-many-attempts',
  'too-many-requests',
  'request-too-slow',
  'cross-site',
  'link-not-good',
  'no-mail',
  'unavailable',
]);

/** What happened and what to do, in the reader's language; the details are the service's own sentences. */
export function ProblemNotice({ error, retry }: Props) {
  const { t } = useTranslation();
  const kind =
    error instanceof NoConnection
      ? 'no-connection'
      : error instanceof ProblemError && KNOWN.has(error.kind)
        ? (error.kind as 'invalid')
        : 'unexpected';
  const problem: Problem | undefined = error instanceof ProblemError ? error.problem : undefined;
  const details = [...(problem?.unmet ?? []), ...(problem?.violations ?? [])];
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      title={t(`problem.${kind}.title`)}
      bg="var(--surface)"
    >
      <Stack gap="xs" align="flex-start">
        <Text>{t(`problem.${kind}.detail`)}</Text>
        {details.length > 0 && (
          <List>
            {details.map(({ detail }) => (
              <List.Item key={detail}>{detail}</List.Item>
            ))}
          </List>
        )}
        {kind === 'unexpected' && problem?.requestId && (
          <Text size="sm" c="dimmed">
            {t('problem.requestId', { id: problem.requestId })}
          </Text>
        )}
        {retry && (
          <Button variant="default" onClick={retry}>
            {t('tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
