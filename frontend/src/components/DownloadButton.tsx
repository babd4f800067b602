import { Button, type ButtonProps, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { save } from '@/lib/save';
import { ProblemNotice } from './ProblemNotice';

interface Props extends ButtonProps {
  /** Asks the service for the file. */
  get: () => Promise<{ data?: unknown }>;
  /** What the file is called on the device. */
  file: string;
  children: ReactNode;
}

/** Fetches a file as the reader, and hands it to the browser. */
export function DownloadButton({ get, file, children, ...look }: Props) {
  const download = useMutation({
    mutationFn: async () => save((await get()).data as Blob | undefined, file),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        {...look}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {children}
      </Button>
      {download.error && <ProblemNotice error={download.error} />}
    </Stack>
  );
}
