import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInWays } from './SignInWays';

/** The session ended under an open page: one signs in on top of it, and goes on where one was. */
export function SignInAgain() {
  const { t } = useTranslation('identity');
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('again.title')}
      centered
    >
      <Stack gap="md">
        <Text>{t('again.explain')}</Text>
        <SignInWays />
      </Stack>
    </Modal>
  );
}
