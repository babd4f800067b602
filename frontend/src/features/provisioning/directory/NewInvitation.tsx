import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Section } from '@/components/Section';
import { SentForm } from '@/components/SentForm';
import { Told } from '@/components/Told';
import { faultAt } from '@/lib/faults';
import { useKept } from '@/lib/keeping/useKept';
import { ROLES, type Role, useDirectoryAnew } from './useDirectory';

interface Form {
  name: string;
  email: string;
  jobTitle: string;
  grantedRoles: Role[];
}

const NOTHING: Form = { name: '', email: '', jobTitle: '', grantedRoles: [] };

/** Invites somebody by a mail that says how to come in. */
export function NewInvitation() {
  const { t } = useTranslation('directory');
  const [open, setOpen] = useState(false);
  const [invited, setInvited] = useState('');
  const form = useKept('invitation', NOTHING);
  const { name, email, jobTitle, grantedRoles } = form.value;
  const complete = name.trim() !== '' && email.trim() !== '';
  const inviting = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/invitations', {
        body: { name, email: email.trim(), grantedRoles, ...(jobTitle.trim() && { jobTitle }) },
      }),
    onSuccess: () => {
      setInvited(name);
      close();
    },
    onSettled: useDirectoryAnew(),
  });

  function close() {
    form.forget();
    setOpen(false);
    inviting.reset();
  }

  if (!open && !form.restored) {
    return (
      <Stack gap="sm" align="flex-start">
        <Told>{invited && <Text>{t('invite.invited', { name: invited })}</Text>}</Told>
        <Button onClick={() => setOpen(true)}>{t('invite.title')}</Button>
      </Stack>
    );
  }
  return (
    <Section title={t('invite.title')} tone="mine">
      <SentForm
        label={t('invite.title')}
        submit={t('invite.send')}
        sending={inviting}
        onSubmit={() => complete && inviting.mutate()}
        onCancel={close}
      >
        {(faults, tried) => (
          <>
            <TextInput
              label={t('invite.name')}
              maw="26rem"
              maxLength={120}
              autoComplete="off"
              value={name}
              onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
              error={
                faultAt(faults, 'name') ?? (tried && !name.trim() ? t('invite.nameMissing') : null)
              }
            />
            <TextInput
              type="email"
              label={t('invite.email')}
              description={t('invite.emailExplain')}
              maw="26rem"
              maxLength={254}
              autoComplete="off"
              value={email}
              onChange={({ currentTarget }) => form.change({ email: currentTarget.value })}
              error={
                faultAt(faults, 'email') ??
                (tried && !email.trim() ? t('invite.emailMissing') : null)
              }
            />
            <TextInput
              label={t('invite.jobTitle')}
              maw="26rem"
              maxLength={120}
              autoComplete="off"
              value={jobTitle}
              onChange={({ currentTarget }) => form.change({ jobTitle: currentTarget.value })}
              error={faultAt(faults, 'jobTitle')}
            />
            <Checkbox.Group
              label={t('belonging.roles')}
              description={t('belonging.rolesExplain')}
              value={grantedRoles}
              onChange={(roles) => form.change({ grantedRoles: roles as Role[] })}
            >
              <Stack gap="sm" mt="sm">
                {ROLES.map((role) => (
                  <Checkbox
                    key={role}
                    value={role}
                    label={t(`role.${role}`)}
                    description={t(`roleMeans.${role}`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          </>
        )}
      </SentForm>
    </Section>
  );
}
