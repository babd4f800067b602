import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, answered, api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { faultAt, faultsIn } from '@/lib/faults';
import { useFormat } from '@/lib/text/useFormat';
import { CodeField } from '../CodeField';
import { ProofForm } from './ProofForm';
import { QrCode } from './QrCode';

const PATH = '/api/v1/me/second-factor';

/** Where one is on the way: what is shown once lives here and nowhere else. */
type Stage =
  | { at: 'rest' }
  | { at: 'proving'; what: 'start' | 'stop' | 'renew' }
  | { at: 'scanning'; enrolment: Schemas['Enrolment'] }
  | { at: 'keeping'; codes: string[] };

/** Two-step sign-in: on, off, and the codes for when the phone is not at hand. */
export function TwoStep() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const state = $api.useQuery('get', PATH);
  const [stage, setStage] = useState<Stage>({ at: 'rest' });

  async function prove(what: 'start' | 'stop' | 'renew', password: string) {
    const body = { password };
    if (what === 'start') {
      setStage({ at: 'scanning', enrolment: await answered(api.POST(PATH, { body })) });
    } else if (what === 'renew') {
      const renewed = await answered(api.POST(`${PATH}/recovery-codes`, { body }));
      keep(renewed.codes);
    } else {
      await api.POST(`${PATH}/removal`, { body });
      await refresh();
      setStage({ at: 'rest' });
    }
  }

  function keep(codes: string[]) {
    setStage({ at: 'keeping', codes });
    void refresh();
  }

  const refresh = () => queries.invalidateQueries({ queryKey: ['get', PATH] });

  return (
    <Section title={t('twoStep.title')}>
      <Loaded of={[state]} shape={<SectionShapes count={1} lines={2} />}>
        {(factor) => (
          <Stack gap="md" align="flex-start">
            <Text>{t('twoStep.explain')}</Text>
            {stage.at === 'rest' && (
              <Rest of={factor} choose={(what) => setStage({ at: 'proving', what })} />
            )}
            {stage.at === 'proving' && (
              <ProofForm
                action={stage.what === 'start' ? t('twoStep.continue') : t(`twoStep.${stage.what}`)}
                onProved={(password) => prove(stage.what, password)}
                onCancel={() => setStage({ at: 'rest' })}
              />
            )}
            {stage.at === 'scanning' && <Scan enrolment={stage.enrolment} onConfirmed={keep} />}
            {stage.at === 'keeping' && (
              <Keep codes={stage.codes} onKept={() => setStage({ at: 'rest' })} />
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Rest({
  of: factor,
  choose,
}: {
  of: Schemas['SecondFactorView'];
  choose: (what: 'start' | 'stop' | 'renew') => void;
}) {
  const { t } = useTranslation('account');
  const format = useFormat();
  if (!factor.onSince) {
    return (
      <>
        {factor.recommended && <Text fw={600}>{t('twoStep.recommended')}</Text>}
        <Button variant="default" onClick={() => choose('start')}>
          {t('twoStep.start')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Text>
        {t('twoStep.on', { day: format.day(factor.onSince) })}{' '}
        {t('twoStep.left', { count: factor.recoveryCodesLeft })}
      </Text>
      <Group>
        <Button variant="default" onClick={() => choose('renew')}>
          {t('twoStep.renew')}
        </Button>
        <Button variant="default" onClick={() => choose('stop')}>
          {t('twoStep.stop')}
        </Button>
      </Group>
    </>
  );
}

function Scan({
  enrolment,
  onConfirmed,
}: {
  enrolment: Schemas['Enrolment'];
  onConfirmed: (codes: string[]) => void;
}) {
  const { t } = useTranslation(['account', 'identity']);
  const confirm = $api.useMutation('post', '/api/v1/me/second-factor/confirmation');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const fault = faultAt(faultsIn(confirm.error), 'code');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!code.trim()) return;
    await confirm.mutateAsync({ body: { code: code.trim() } }).then(
      ({ codes }) => onConfirmed(codes),
      () => undefined,
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="26rem">
        <Text>{t('twoStep.scan')}</Text>
        <QrCode text={enrolment.uri} label={t('twoStep.qr')} />
        <div>
          <Text>{t('twoStep.secret')}</Text>
          <Code>{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
        </div>
        {confirm.error !== null && !fault && <ProblemNotice error={confirm.error} />}
        <CodeField
          value={code}
          onChange={setCode}
          error={fault ?? (tried && !code.trim() ? t('identity:codeMissing') : undefined)}
        />
        <div>
          <Button type="submit" loading={confirm.isPending}>
            {t('twoStep.confirm')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Keep({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('account');
  return (
    <Stack gap="sm" align="flex-start" role="status">
      <Text fw={600}>{t('twoStep.codesTitle')}</Text>
      <Text>{t('twoStep.codesExplain')}</Text>
      <List>
        {codes.map((code) => (
          <List.Item key={code}>
            <Code>{code}</Code>
          </List.Item>
        ))}
      </List>
      <Button onClick={onKept}>{t('twoStep.codesKept')}</Button>
    </Stack>
  );
}
