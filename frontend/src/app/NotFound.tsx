import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/LinkButton';
import { Page } from '@/components/Page';

/** For an address that is wrong, and for one that is not for this reader: they are not told apart. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Text>{t('notFound.detail')}</Text>
      <div>
        <LinkButton to="/">{t('home')}</LinkButton>
      </div>
    </Page>
  );
}
