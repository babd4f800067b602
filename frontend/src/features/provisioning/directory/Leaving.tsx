import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answered, api } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Foreseen } from './Foreseen';

interface Props {
  personId: string;
  action: { error: unknown; isPending: boolean; mutate: () => void; reset: () => void };
  words: { offer: string; explain: string; yes: string };
  /** Id of who it is, where several stand on a page. */
  describedBy?: string;
  size?: 'sm';
  /** What is offered beside it. */
  children?: ReactNode;
}

/** Lets somebody in no more, after it is shown what follows. */
export function Leaving({ personId, action, words, describedBy, size, children }: Props) {
  const foreseeing = useMutation({
    mutationFn: () =>
      answered(
        api.GET('/api/v1/directory/people/{personId}/deactivate', {
          params: { path: { personId } },
        }),
      ),
  });
  if (foreseeing.data) {
    return (
      <Foreseen
        effects={foreseeing.data}
        explain={words.explain}
        yes={words.yes}
        action={action}
        onCancel={() => {
          action.reset();
          foreseeing.reset();
        }}
      />
    );
  }
  return (
    <Stack align="flex-start">
      {foreseeing.error !== null && <ProblemNotice error={foreseeing.error} />}
      <Group gap="md" align="flex-start">
        {children}
        <Button
          variant="default"
          {...(size && { size })}
          aria-describedby={describedBy}
          loading={foreseeing.isPending}
          onClick={() => foreseeing.mutate()}
        >
          {words.offer}
        </Button>
      </Group>
    </Stack>
  );
}
