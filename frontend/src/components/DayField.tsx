import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<TextInputProps, 'type' | 'value' | 'onChange'> {
  /** A day such as `2026-12-01`; undefined for none. */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** While a year is being typed the browser says 0002, 0020, 0202: no day that anybody means. */
const FIRST = '1900-01-01';

/** A day to fill in, by the browser's own field. Half-typed days are not told. */
export function DayField({ value, onChange, ...input }: Props) {
  const [known, setKnown] = useState(value);
  const [shown, setShown] = useState(value ?? '');
  if (value !== known) {
    setKnown(value);
    setShown(value ?? '');
  }
  return (
    <TextInput
      {...input}
      type="date"
      value={shown}
      onChange={({ currentTarget }) => {
        const day = currentTarget.value;
        setShown(day);
        if (day && day < FIRST) return;
        setKnown(day || undefined);
        onChange(day || undefined);
      }}
    />
  );
}
