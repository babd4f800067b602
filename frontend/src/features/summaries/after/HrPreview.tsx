import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/text/useFormat';
import { SummaryText } from '../SummaryText';
import classes from '../summary.module.css';
import type { HrContent } from './hrContent';

/** Word for word what HR gets. */
export function HrPreview({ content, shared }: { content: HrContent; shared: boolean }) {
  const { t } = useTranslation('summaries');
  const format = useFormat();
  return (
    <section className={classes.preview} aria-label={t('hr.preview')}>
      <dl className={classes.facts}>
        <dt>{t('hr.name')}</dt>
        <dd>{content.name}</dd>
        {content.team && (
          <>
            <dt>{t('hr.team')}</dt>
            <dd>{content.team}</dd>
          </>
        )}
        <dt>{t('hr.number')}</dt>
        <dd>{t('hr.numberKnown')}</dd>
        <dt>{t('hr.concluded')}</dt>
        <dd>{format.moment(content.concludedAt)}</dd>
        <dt>{t('hr.sharedAt')}</dt>
        <dd>{t(shared ? 'hr.sharedAtPast' : 'hr.sharedAtKnown')}</dd>
      </dl>
      <SummaryText view={content} />
    </section>
  );
}
