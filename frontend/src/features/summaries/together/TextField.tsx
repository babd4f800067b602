import { Group, Input, Stack, Text, Textarea } from '@mantine/core';
import { useId, useRef } from 'react';
import { ConflictPanel } from '@/components/ConflictPanel';
import { HeldNotice } from '@/components/PersonalDataNotice';
import type { Content } from '@/lib/documents/merge';
import { FieldSign } from './FieldSign';
import { KeepsCaret } from './KeepsCaret';
import classes from './together.module.css';
import type { Together } from './useTogether';

interface Props<T extends Content, V> {
  of: Together<T, V>;
  field: keyof T & string;
  label: string;
  help?: string | undefined;
  minRows?: number;
}

/** A text that two write in: where the other is, what they both changed, and the words. */
export function TextField<T extends Content, V>({
  of,
  field,
  label,
  help,
  minRows = 3,
}: Props<T, V>) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const content: Content = of.content;
  const value = typeof content[field] === 'string' ? content[field] : '';
  const patch: Partial<T> = {};
  return (
    <Stack gap={6}>
      <ConflictPanel of={of} field={field} name={of.name} />
      <Group mih="1.75rem" justify="space-between" gap="xs" align="baseline">
        <Input.Label htmlFor={id} size="md">
          {label}
        </Input.Label>
        <FieldSign of={of} field={field} />
      </Group>
      {help && (
        <Text id={`${id}-help`} size="sm" c="dimmed">
          {help}
        </Text>
      )}
      <KeepsCaret value={value} field={area}>
        <Textarea
          ref={area}
          id={id}
          aria-describedby={help ? `${id}-help` : undefined}
          classNames={{ input: classes.field ?? '' }}
          data-theirs={of.wroteIn.has(field) || undefined}
          minRows={minRows}
          value={value}
          onChange={({ currentTarget }) => of.change({ ...patch, [field]: currentTarget.value })}
          {...of.here(field)}
        />
      </KeepsCaret>
      <HeldNotice of={of} field={field} />
    </Stack>
  );
}
