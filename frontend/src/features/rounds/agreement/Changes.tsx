import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Section } from '@/components/Section';
import { useFormat } from '@/lib/text/useFormat';
import classes from './agreement.module.css';
import { useWords } from './useWords';

type Change = Schemas['AgreementChange'];

/** What the other has changed since the reader last said yes: field by field, before and after. */
export function Changes({ changes, name }: { changes: Change[]; name: string }) {
  const { t } = useTranslation('agreement');
  const say = useWords();
  const format = useFormat();
  const all = inTheEnd(changes);
  if (!all.length) return null;
  return (
    <Section title={t('changes.title', { name })} tone="theirs">
      <ul className={classes.changes}>
        {all.map(({ field, before, after, at }) => (
          <li key={field}>
            <Text fw={600}>{t(`field.${field}`)}</Text>
            <Text className={classes.told ?? ''}>
              {t('changes.before', { text: say(field, before) })}
            </Text>
            <Text className={classes.told ?? ''}>
              {t('changes.after', { text: say(field, after) })}
            </Text>
            <Text size="sm" c="dimmed">
              {format.moment(at)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Text is saved as it is written, so one change may be many: from what the field first was to what it is. */
function inTheEnd(changes: Change[]): Change[] {
  const fields = new Map<Change['field'], Change>();
  for (const change of changes) {
    const first = fields.get(change.field);
    const { before: _, ...rest } = change;
    fields.set(
      change.field,
      first ? { ...rest, ...(first.before !== undefined && { before: first.before }) } : change,
    );
  }
  return [...fields.values()].filter(({ before, after }) => before !== after);
}
