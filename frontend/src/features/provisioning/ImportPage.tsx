import { Button, Checkbox, Code, Input, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { Faults } from './Faults';
import { Rows } from './Rows';
import { useImport } from './useImport';

/** An administrator brings people in from a file: chooses it, sees what it does, and confirms. */
export function ImportPage() {
  const { t } = useTranslation('provisioning');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Import />
    </Page>
  );
}

function Import() {
  const { t } = useTranslation('provisioning');
  const file = useImport();
  const { preview, done, choice } = file;
  const changes = preview?.rows.filter((row) => row.effect !== 'UNCHANGED').length ?? 0;
  const created = preview?.rows.some((row) => row.effect === 'CREATED') ?? false;
  const faulty = (preview?.faults.length ?? 0) > 0;

  return (
    <>
      <Section title={t('file.title')}>
        <Stack>
          <Text>{t('file.explain')}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {t('file.example')}
          </Code>
          <List>
            <List.Item>{t('file.known')}</List.Item>
            <List.Item>{t('file.empty')}</List.Item>
            <List.Item>{t('file.columns')}</List.Item>
          </List>
          <Input.Wrapper label={t('file.choose')} labelProps={{ htmlFor: 'people-file' }}>
            <div>
              <input
                id="people-file"
                type="file"
                accept=".csv,text/csv"
                disabled={file.busy !== undefined}
                onChange={(event) => {
                  const chosen = event.currentTarget.files?.[0];
                  if (chosen) void file.choose(chosen);
                }}
                style={{ maxWidth: '100%' }}
              />
            </div>
          </Input.Wrapper>
          <Checkbox
            label={t('file.everybody')}
            description={t('file.everybodyExplain')}
            checked={choice.everybody}
            disabled={file.busy !== undefined}
            onChange={(event) => file.change({ ...choice, everybody: event.currentTarget.checked })}
          />
        </Stack>
      </Section>
      <Told>
        {file.busy === 'preview' && <Text>{t('reading')}</Text>}
        {file.stale && preview && <Text>{t('stale')}</Text>}
        {preview && (
          <Text>
            {faulty
              ? t('told.faults', { count: preview.faults.length })
              : t('told.changes', { count: changes })}
          </Text>
        )}
        {done && <Text>{t('done', done)}</Text>}
      </Told>
      {file.error !== undefined && <ProblemNotice error={file.error} />}
      {preview && (
        <>
          {faulty && <Faults faults={preview.faults} />}
          {preview.newTeams.length > 0 && (
            <Section title={t('newTeams', { count: preview.newTeams.length })}>
              <Text>{t('newTeamsExplain')}</Text>
              <List>
                {preview.newTeams.map((team) => (
                  <List.Item key={team}>{team}</List.Item>
                ))}
              </List>
            </Section>
          )}
          {preview.ignoredColumns.length > 0 && (
            <Text>{t('ignored', { columns: preview.ignoredColumns.join(', ') })}</Text>
          )}
          {preview.rows.length > 0 && <Rows rows={preview.rows} />}
          {!faulty && changes === 0 && <Text>{t('nothing')}</Text>}
          {!faulty && changes > 0 && (
            <Section title={t('confirm.title')} tone="waits">
              <Stack align="flex-start">
                <Text>{t('confirm.explain')}</Text>
                {created && (
                  <Checkbox
                    label={t('confirm.invite')}
                    description={t('confirm.inviteExplain')}
                    checked={choice.invite}
                    onChange={(event) =>
                      file.change({ ...choice, invite: event.currentTarget.checked })
                    }
                  />
                )}
                <Button loading={file.busy === 'import'} onClick={() => void file.carryOut()}>
                  {t('confirm.import', { count: changes })}
                </Button>
              </Stack>
            </Section>
          )}
        </>
      )}
    </>
  );
}
