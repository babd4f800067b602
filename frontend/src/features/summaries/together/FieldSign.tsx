import { Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/lib/documents/merge';
import classes from './together.module.css';
import type { Together } from './useTogether';

/** Beside a field's name: that the other is writing in it, or just was. */
export function FieldSign<T extends Content, V>({
  of,
  field,
}: {
  of: Together<T, V>;
  field: string;
}) {
  const { t } = useTranslation('talk');
  const writes = of.writesIn === field;
  if (!writes && !of.wroteIn.has(field)) return null;
  return (
    <Text component="span" size="sm" className={classes.sign ?? ''}>
      <IconPencil size="1rem" aria-hidden="true" />
      {t(writes ? 'together.writes' : 'together.wrote', { name: of.name })}
    </Text>
  );
}
