import { Box, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SignInPage.module.css';
import { SignInWays } from './SignInWays';

/** What one meets first; the address one came for is still there after. */
export function SignInPage() {
  const { t } = useTranslation(['identity', 'app']);
  useEffect(() => {
    document.title = `${t('signIn')} – ${t('app:name')}`;
  }, [t]);
  return (
    <Box className={classes.split ?? ''}>
      <Stack gap="md" className={classes.words ?? ''}>
        <Title order={1}>{t('welcome')}</Title>
        <Text size="lg" maw="34rem">
          {t('promise')}
        </Text>
        <Text c="dimmed" maw="34rem">
          {t('privacy')}
        </Text>
      </Stack>
      <Paper component="section" aria-label={t('signIn')} className={classes.card ?? ''}>
        <SignInWays mayLeave />
      </Paper>
    </Box>
  );
}
