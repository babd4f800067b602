import { Input } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './Choices.module.css';

interface Props<T extends string> {
  legend: string;
  value: T | '';
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; sign?: ReactNode }[];
  error?: string | undefined;
}

/** A choice of one, large enough for a thumb. Radio buttons to the keyboard and to speech. */
export function Choices<T extends string>({ legend, value, onChange, options, error }: Props<T>) {
  const id = useId();
  return (
    <fieldset
      className={classes.choices}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {value === option.value ? <IconCheck size="1.25em" aria-hidden="true" /> : option.sign}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <Input.Error id={`${id}-error`} mt={6}>
          {error}
        </Input.Error>
      )}
    </fieldset>
  );
}
