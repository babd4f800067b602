import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { firstName } from './names';

/** That a leader started the round, and what the leader wrote to everybody; nothing where the evaluatee began it. */
export function LeadersWords({ of }: { of: Pick<Schemas['RoundRow'], 'startedBy'> }) {
  const { t } = useTranslation('home');
  if (!of.startedBy) return null;
  const { leader, message } = of.startedBy;
  return (
    <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      {t(message ? 'startedBy.saying' : 'startedBy.silent', {
        name: firstName(leader.name),
        message,
      })}
    </Text>
  );
}
