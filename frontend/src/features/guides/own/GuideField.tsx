import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictPanel } from '@/components/ConflictPanel';
import { HeldNotice } from '@/components/PersonalDataNotice';
import type { Language } from '@/lib/text/language';
import { fieldAt } from './content';
import type { OpenGuide } from './document';

interface Props {
  of: OpenGuide;
  field: string;
  label: string;
  /** The language it is written in. */
  language: Language;
  minRows?: number;
  /** Whether it may have lines of its own. */
  lines?: boolean;
}

const inOneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');

/** A text of the guide, with what two administrators both changed in it and what the service says of it. */
export function GuideField({ of, field, label, language, minRows = 1, lines = false }: Props) {
  const { t } = useTranslation('ownGuides');
  const value = of.content[field];
  const fault = of.problem?.violations?.find(
    (violation) => fieldAt(violation.field, of.content) === field,
  );
  return (
    <Stack gap={6} miw={0}>
      <ConflictPanel of={of} field={field} />
      <Textarea
        id={field}
        label={`${label} (${t(`language.${language}`)})`}
        lang={language}
        minRows={minRows}
        value={typeof value === 'string' ? value : ''}
        error={fault?.detail}
        onChange={({ currentTarget }) =>
          of.change({ [field]: lines ? currentTarget.value : inOneLine(currentTarget.value) })
        }
      />
      <HeldNotice of={of} field={field} />
    </Stack>
  );
}
