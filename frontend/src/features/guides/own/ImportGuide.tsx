import { Button, Code, Input, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, type Schemas } from '@/api/client';
import { isProblem } from '@/api/problems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { faultsIn } from '@/lib/faults';
import { mayBeKept, type PersonalData } from '@/lib/personalData/personalData';
import { useGuidesAnew } from './useManagedGuides';

interface File {
  text: string;
  /** One for each file, so that sending it again after a lost answer makes no second guide. */
  key: string;
  keep: PersonalData[];
}

/** A guide from a file, such as another organisation has taken out. What is wrong with it is told field by field. */
export function ImportGuide() {
  const { t } = useTranslation('ownGuides');
  const id = useId();
  const navigate = useNavigate();
  const anew = useGuidesAnew();
  const [file, setFile] = useState<File>();
  const sending = useMutation({
    mutationFn: ({ text, key, keep }: File) =>
      answered(
        api.POST('/api/v1/managed-guides/import', {
          params: {
            header: {
              'Idempotency-Key': key,
              ...(keep.length ? { 'Keep-Personal-Data': keep.join(', ') } : {}),
            },
          },
          // As it is: the service says what cannot be read.
          body: text as unknown as Schemas['GuideFile'],
          bodySerializer: () => text,
          headers: { 'Content-Type': 'application/json' },
        }),
      ),
    onSuccess: (made) => void navigate(`/administration/guides/${made.id}`),
    onSettled: anew,
  });

  async function choose(chosen: Blob | undefined) {
    if (!chosen) return;
    const read = { text: await chosen.text(), key: crypto.randomUUID(), keep: [] };
    setFile(read);
    sending.mutate(read);
  }

  function keepAll(kinds: PersonalData[]) {
    if (!file) return;
    const kept = { ...file, key: crypto.randomUUID(), keep: kinds };
    setFile(kept);
    sending.mutate(kept);
  }

  const unreadable = isProblem(sending.error, 'malformed') ? sending.error.problem : undefined;
  const faults = (faultsIn(sending.error) ?? unreadable)?.violations ?? [];
  const kinds = faults.flatMap(({ personalData }) => personalData ?? []);
  const onlyWarnings = kinds.length > 0 && kinds.length === faults.length && kinds.every(mayBeKept);
  return (
    <Section title={t('import.title')}>
      <Stack align="flex-start">
        <Text>{t('import.explain')}</Text>
        <Input.Wrapper label={t('import.choose')} labelProps={{ htmlFor: id }} maw="100%">
          <div>
            <input
              id={id}
              type="file"
              accept=".json,application/json"
              disabled={sending.isPending}
              onChange={({ currentTarget }) => {
                const chosen = currentTarget.files?.[0];
                void choose(chosen).then(() => {
                  currentTarget.value = '';
                });
              }}
              style={{ maxWidth: '100%' }}
            />
          </div>
        </Input.Wrapper>
        {sending.error && !unreadable && faults.length === 0 && (
          <ProblemNotice error={sending.error} />
        )}
        {(unreadable || faults.length > 0) && (
          <Stack role="alert" gap="xs" align="flex-start">
            <Text fw={550}>{t(unreadable ? 'import.unreadable' : 'import.faults')}</Text>
            <List>
              {faults.map(({ field, detail }) => (
                <List.Item key={`${field} ${detail}`}>
                  {field && (
                    <>
                      <Code style={{ overflowWrap: 'anywhere' }}>{field}</Code>{' '}
                    </>
                  )}
                  {detail}
                </List.Item>
              ))}
            </List>
            {onlyWarnings && (
              <Button size="sm" variant="default" onClick={() => keepAll([...new Set(kinds)])}>
                {t('import.keep')}
              </Button>
            )}
          </Stack>
        )}
      </Stack>
    </Section>
  );
}
