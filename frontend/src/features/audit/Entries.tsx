import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/lib/text/useFormat';
import classes from './audit.module.css';
import { isRefusal } from './kinds';

type Row = Schemas['AuditRow'];

interface Props {
  rows: Row[];
  /** The id of somebody, whose entries are wanted alone. */
  onChoose: (by: string) => void;
}

/** A table, of which a narrow window shows each row as a few lines. */
export function Entries({ rows, onChoose }: Props) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return (
    <table className={classes.entries}>
      <caption className={classes.hidden}>{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.about')}</th>
          <th scope="col">{t('column.by')}</th>
          <th scope="col">{t('column.at')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Text component="span" fw={600}>
                {t(`kind.${row.kind}`)}
              </Text>
              {row.times > 1 && (
                <Text component="span" size="sm" display="block">
                  {t('times', { count: row.times })}
                </Text>
              )}
            </td>
            <td>
              {row.about &&
                (row.about.name ?? t(row.about.type === 'GUIDE' ? 'unnamedGuide' : 'gone'))}
            </td>
            <td>
              <By row={row} onChoose={onChoose} />
            </td>
            <td>
              <time dateTime={row.at}>{format.moment(row.at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who it was, leading to the rest of theirs. */
function By({ row: { by, kind }, onChoose }: { row: Row } & Pick<Props, 'onChoose'>) {
  const { t } = useTranslation('audit');
  if (!by) return t(isRefusal(kind) ? 'notTold' : 'itself');
  const name = by.name ?? t('gone');
  return (
    <Anchor
      component="button"
      type="button"
      ta="start"
      aria-label={t('onlyBy', { name })}
      onClick={() => onChoose(by.id)}
    >
      {name}
    </Anchor>
  );
}
