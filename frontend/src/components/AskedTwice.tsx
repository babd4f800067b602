import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  /** What is done on the second yes. */
  action: { error: unknown; isPending: boolean; mutate: () => void };
  words: { offer: string; question: string; yes: string; no: string };
  /** Id of what names the thing, where several stand on a page. */
  describedBy: string | undefined;
  /** Offered as a link rather than a button. */
  quiet?: boolean;
}

/** Asked twice, since it cannot be taken back: the first press says what it means. */
export function AskedTwice({ action, words, describedBy, quiet = false }: Props) {
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);
  if (!asked) {
    const ask = { 'aria-describedby': describedBy, onClick: () => setAsked(true) };
    return quiet ? (
      <Anchor component="button" type="button" size="sm" w="fit-content" {...ask}>
        {words.offer}
      </Anchor>
    ) : (
      <Button size="sm" variant="default" {...ask}>
        {words.offer}
      </Button>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      {action.error !== null && <ProblemNotice error={action.error} />}
      <Text size="sm" ref={question} tabIndex={-1} maw="34rem">
        {words.question}
      </Text>
      <Group gap="xs">
        <Button size="sm" loading={action.isPending} onClick={action.mutate}>
          {words.yes}
        </Button>
        <Button size="sm" variant="default" onClick={() => setAsked(false)}>
          {words.no}
        </Button>
      </Group>
    </Stack>
  );
}
