import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<TextInputProps, 'type' | 'value' | 'onChange'> {
  value: number | undefined;
  onChange: (count: number | undefined) => void;
}

/** A whole number to fill in. What is no whole number is not told. */
export function CountField({ value, onChange, ...input }: Props) {
  const [known, setKnown] = useState(value);
  const [shown, setShown] = useState(value === undefined ? '' : String(value));
  if (value !== known) {
    setKnown(value);
    setShown(value === undefined ? '' : String(value));
  }
  return (
    <TextInput
      {...input}
      type="number"
      inputMode="numeric"
      step={1}
      value={shown}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value;
        setShown(text);
        const count = text === '' ? undefined : Number(text);
        if (count !== undefined && !Number.isInteger(count)) return;
        setKnown(count);
        onChange(count);
      }}
    />
  );
}
