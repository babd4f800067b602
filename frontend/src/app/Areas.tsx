import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { $api } from '@/api/client';
import classes from './Areas.module.css';

/** For those who lead a team or keep the organisation in order: the way there, and back to one's own rounds. */
export function Areas() {
  const { t } = useTranslation('areas');
  const { data: me } = $api.useQuery('get', '/api/v1/me');
  const leads = Boolean(me?.leads.length);
  const administrates = me?.roles.includes('ADMINISTRATOR');
  if (!leads && !administrates) return null;
  return (
    <nav aria-label={t('label')} className={classes.areas}>
      <NavLink to="/" end>
        {t('rounds')}
      </NavLink>
      {leads && <NavLink to="/team">{t('team')}</NavLink>}
      {administrates && <NavLink to="/administration">{t('administration')}</NavLink>}
    </nav>
  );
}
