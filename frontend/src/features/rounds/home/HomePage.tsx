import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';

export function HomePage() {
  const { t } = useTranslation(['home', 'app']);
  return <Page title={t('app:home')}>{null}</Page>;
}
