import { Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './ChoiceCards.module.css';

interface Props<T extends string> {
  /** What is chosen; a heading where it is one. */
  label: ReactNode;
  choices: { value: T; title: string; text: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
  error?: string | undefined;
  /** Shows the beginning of each text until it is chosen: long ones would hide how few there are to choose from. */
  brief?: boolean;
}

/** One of few, each with a few words on what it means. The browser's own radio buttons, in something wider. */
export function ChoiceCards<T extends string>({
  label,
  choices,
  value,
  onChange,
  error,
  brief = false,
}: Props<T>) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={Boolean(error)}
      aria-required
    >
      <div id={`${id}-label`}>{label}</div>
      {error && (
        <Text id={`${id}-error`} c="var(--mantine-color-error)" size="sm" mt={4}>
          {error}
        </Text>
      )}
      <div className={classes.cards} data-brief={brief || undefined}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.card}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              aria-labelledby={`${id}-${choice.value}`}
              aria-describedby={`${id}-${choice.value}-text`}
            />
            <span>
              <Text component="span" fw={600} display="block" id={`${id}-${choice.value}`}>
                {choice.title}
              </Text>
              <Text
                component="span"
                size="sm"
                c="dimmed"
                className={classes.text ?? ''}
                id={`${id}-${choice.value}-text`}
              >
                {choice.text}
              </Text>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
