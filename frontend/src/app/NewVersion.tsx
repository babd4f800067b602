import { useRegisterSW } from 'virtual:pwa-register/react';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './NewVersion.module.css';

/** Tells that a newer app is ready, and takes it when the reader says so: never in the middle of a sentence. */
export function NewVersion() {
  const { t } = useTranslation();
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW();
  if (!ready) return null;
  return (
    <Paper role="status" className={`${classes.notice} no-print`}>
      <Group justify="space-between">
        <Text size="sm">{t('newVersion')}</Text>
        <Button size="sm" variant="default" onClick={() => void updateServiceWorker()}>
          {t('reload')}
        </Button>
      </Group>
    </Paper>
  );
}
