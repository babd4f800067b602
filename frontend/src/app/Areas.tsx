import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { $api } from '@/api/client';
import classes from './Areas.module.css';

/** For those who keep the organisation in order: the way to that, and back to one's own rounds. */
export function Areas() {
  const { t } = useTranslation('areas');
  const { data: me } = $api.useQuery('get', '/api/v1/me');
  if (!me?.roles.includes('ADMINISTRATOR')) return null;
  return (
    <nav aria-label={t('label')} className={classes.areas}>
      <NavLink to="/" end>
        {t('rounds')}
      </NavLink>
      <NavLink to="/administration">{t('administration')}</NavLink>
    </nav>
  );
}
