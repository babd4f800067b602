import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api } from '@/api/client';
import classes from './notifications.module.css';
import { useListening } from './useNotifications';

/** The way to what I am told, with how much of it is new. */
export function Bell() {
  const { t } = useTranslation('notifications');
  useListening();
  const { data } = $api.useQuery('get', '/api/v1/me/notifications/unread');
  const count = data?.count ?? 0;
  const known = count ? t('bell.some', { count }) : t('bell.none');
  return (
    <Link to="/notifications" className={classes.bell ?? ''} aria-label={data ? known : t('title')}>
      <IconBell size="1.375rem" stroke={1.75} aria-hidden="true" />
      {count > 0 && (
        <span className={classes.count} aria-hidden="true">
          {count > 9 ? '9+' : count}
        </span>
      )}
    </Link>
  );
}
