import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/lib/documents/merge';
import { useFormat } from '@/lib/text/useFormat';
import type { Together } from './useTogether';

interface Props<T extends Content, V> {
  of: Together<T, V>;
  /** What a field is called. */
  label: (field: string) => string;
}

/** Says aloud where the other has written, now and then. */
export function TheirEdits<T extends Content, V>({ of: { told, name }, label }: Props<T, V>) {
  const { t } = useTranslation('talk');
  const format = useFormat();
  return (
    <VisuallyHidden role="status">
      {told.length > 0 ? t('together.told', { name, fields: format.list(told.map(label)) }) : ''}
    </VisuallyHidden>
  );
}
