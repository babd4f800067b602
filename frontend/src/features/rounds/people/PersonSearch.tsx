import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import classes from './PersonSearch.module.css';

type Person = Schemas['PersonRow'];

interface Props {
  label: ReactNode;
  value: Person | undefined;
  onChange: (person: Person | undefined) => void;
  error?: string | undefined;
  /** Whether it came because somebody asked for it, and so takes the focus. */
  atOnce?: boolean;
}

/** The service looks from two characters on. */
const SHORTEST = 2;

/** A colleague by name: a field, and those found below it, one button each. */
export function PersonSearch({ label, value, onChange, error, atOnce }: Props) {
  const { t } = useTranslation('rounds');
  const another = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const moveTo = useRef<'another' | 'field' | undefined>(atOnce ? 'field' : undefined);
  // What had the focus goes away with the choice; the focus goes to what comes in its place.
  useEffect(() => {
    if (moveTo.current) (value ? another : field).current?.focus();
    moveTo.current = undefined;
  }, [value]);
  if (value) {
    return (
      <Group gap="md">
        <PersonWords person={value} />
        <Button
          ref={another}
          size="sm"
          variant="default"
          onClick={() => {
            moveTo.current = 'field';
            onChange(undefined);
          }}
        >
          {t('people.another')}
        </Button>
      </Group>
    );
  }
  return (
    <Finding
      label={label}
      error={error}
      field={field}
      onFound={(person) => {
        moveTo.current = 'another';
        onChange(person);
      }}
    />
  );
}

function Finding({
  label,
  error,
  field,
  onFound,
}: {
  label: ReactNode;
  error: string | undefined;
  field: React.Ref<HTMLInputElement>;
  onFound: (person: Person) => void;
}) {
  const { t } = useTranslation('rounds');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 250);
  const enough = query.length >= SHORTEST;
  const found = $api.useQuery(
    'get',
    '/api/v1/people',
    { params: { query: { query } } },
    { enabled: enough, placeholderData: keepPreviousData },
  );
  const people = enough ? found.data : undefined;
  return (
    <Stack gap="xs">
      <TextInput
        ref={field}
        type="search"
        autoComplete="off"
        label={label}
        description={t('people.how')}
        error={error}
        maw="28rem"
        maxLength={100}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        // Enter would send the whole form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <Text size="sm" c="dimmed" role="status">
        {people && t('people.found', { count: people.length })}
      </Text>
      {enough && found.error && (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      )}
      {people && people.length > 0 && (
        <ul className={classes.people}>
          {people.map((person) => (
            <li key={person.id}>
              <button type="button" className={classes.person} onClick={() => onFound(person)}>
                <PersonWords person={person} />
                <span className={classes.choose}>{t('people.choose')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function PersonWords({ person }: { person: Person }) {
  const about = [person.jobTitle, person.team].filter(Boolean).join(', ');
  return (
    <span>
      <Text component="span" fw={600} display="block">
        {person.name}
      </Text>
      <Text component="span" size="sm" c="dimmed">
        {about}
      </Text>
    </span>
  );
}
