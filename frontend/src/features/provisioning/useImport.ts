import { useState } from 'react';
import { api, type Schemas } from '@/api/client';
import { ProblemError } from '@/api/problems';

export type Preview = Schemas['ImportPreview'];
export type Row = Schemas['ImportRow'];
export type Effect = Row['effect'];
type Done = Schemas['ImportedPeople'];

/** How a file is to be taken: whether it is everybody, and whether those who are new are invited. */
export interface Choice {
  everybody: boolean;
  invite: boolean;
}

const PREVIEW = '/api/v1/people/import/preview';
const IMPORT = '/api/v1/people/import';

/** The bytes as they are: the service finds out how they are written. */
const asItIs = {
  headers: { 'Content-Type': 'text/csv' },
  bodySerializer: (bytes: string) => bytes,
};

const absent = ({ everybody }: Choice) => (everybody ? 'DEACTIVATE' : 'KEEP');

/** A file from when it is chosen until it has been imported: what it would do first, then just that. */
export function useImport() {
  const [bytes, setBytes] = useState<ArrayBuffer>();
  const [choice, setChoice] = useState<Choice>({ everybody: false, invite: false });
  const [preview, setPreview] = useState<Preview>();
  const [stale, setStale] = useState(false);
  const [done, setDone] = useState<Done>();
  const [busy, setBusy] = useState<'preview' | 'import'>();
  const [error, setError] = useState<unknown>();
  /** One for each preview, so that sending it again after a lost answer does nothing twice. */
  const [key, setKey] = useState('');

  function show(shown: Preview) {
    setPreview(shown);
    setKey(crypto.randomUUID());
  }

  async function run(what: 'preview' | 'import', work: () => Promise<void>) {
    setBusy(what);
    setError(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(undefined);
    }
  }

  async function read(file: ArrayBuffer, chosen: Choice) {
    const { data } = await api.POST(PREVIEW, {
      params: { query: { absent: absent(chosen) } },
      body: file as unknown as string,
      ...asItIs,
    });
    if (data) show(data);
  }

  return {
    preview,
    stale,
    done,
    busy,
    error,
    choice,
    choose: (file: File) =>
      run('preview', async () => {
        setDone(undefined);
        setStale(false);
        setPreview(undefined);
        const content = await file.arrayBuffer();
        setBytes(content);
        await read(content, choice);
      }),
    change: (chosen: Choice) => {
      setChoice(chosen);
      if (bytes && chosen.everybody !== choice.everybody) {
        void run('preview', () => read(bytes, chosen));
      }
    },
    carryOut: () =>
      run('import', async () => {
        if (!bytes || !preview) return;
        try {
          const { data } = await api.POST(IMPORT, {
            params: {
              query: { preview: preview.digest, absent: absent(choice), invite: choice.invite },
              header: { 'Idempotency-Key': key },
            },
            body: bytes as unknown as string,
            ...asItIs,
            headers: { ...asItIs.headers, 'Idempotency-Key': key },
          });
          setDone(data);
          setPreview(undefined);
        } catch (problem) {
          if (!(problem instanceof ProblemError) || problem.kind !== 'stale') throw problem;
          show(problem.problem.current as unknown as Preview);
          setStale(true);
        }
      }),
  };
}
