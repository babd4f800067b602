import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { faultAt, faultsIn } from '@/lib/faults';
import { NewPasswordField } from '../NewPasswordField';

/** Changes the password. The fields come when they are asked for. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <Section title={t('password.title')}>
      <Text>{t('password.explain')}</Text>
      <div role="status">{changed && <Text>{t('password.changed')}</Text>}</div>
      {open ? (
        <Change
          onChanged={() => {
            setOpen(false);
            setChanged(true);
          }}
        />
      ) : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setOpen(true);
              setChanged(false);
            }}
          >
            {t('password.change')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Change({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation(['account', 'identity']);
  const queries = useQueryClient();
  const change = $api.useMutation('put', '/api/v1/me/password');
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const problem = faultsIn(change.error);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!current || !chosen) return;
    await change.mutateAsync({ body: { currentPassword: current, newPassword: chosen } }).then(
      () => {
        void queries.invalidateQueries({ queryKey: ['get', '/api/v1/me/sessions'] });
        onChanged();
      },
      () => undefined,
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="26rem">
        {change.error !== null && !problem && <ProblemNotice error={change.error} />}
        <PasswordInput
          name="current-password"
          label={t('currentPassword')}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={
            faultAt(problem, 'currentPassword') ??
            (tried && !current ? t('identity:passwordMissing') : undefined)
          }
          visibilityToggleButtonProps={{ 'aria-label': t('identity:showPassword'), tabIndex: 0 }}
        />
        <NewPasswordField
          value={chosen}
          onChange={setChosen}
          error={
            faultAt(problem, 'newPassword') ??
            (tried && !chosen ? t('newPasswordMissing') : undefined)
          }
        />
        <div>
          <Button type="submit" loading={change.isPending}>
            {t('password.change')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
