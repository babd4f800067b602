import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import type { Told } from './figures';
import classes from './insights.module.css';

interface Props {
  /** What it is about, for those who hear it. */
  caption: string;
  figures: Told[];
  /** How many everybody is, in the team and in the organisation. */
  wholes: { inTeam: number; inOrganisation: number };
}

/** Figures as bars in a table: the numbers are there to read, the bars to compare. */
export function FigureTable({ caption, figures, wholes }: Props) {
  const { t } = useTranslation('insights');
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('what')}</VisuallyHidden>
          </th>
          <th scope="col">{t('team')}</th>
          <th scope="col">{t('organisation')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figure, change }) => (
          <tr key={`${figure.measure} ${figure.topic?.guide} ${figure.topic?.key}`}>
            <th scope="row">{figure.topic?.title ?? t(`measure.${measureOf(figure)}`)}</th>
            <td>
              <Bar people={figure.inTeam} of={wholes.inTeam} />
              {change !== undefined && (
                <Text size="sm" c="dimmed">
                  {change === 0
                    ? t('change.none')
                    : t(change > 0 ? 'change.more' : 'change.fewer', { count: Math.abs(change) })}
                </Text>
              )}
            </td>
            <td>
              <Bar people={figure.inOrganisation} of={wholes.inOrganisation} quiet />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Shown = Exclude<Schemas['Measure'], 'EVERYONE' | 'TOPIC'>;

/** Of a figure that is about no topic. */
const measureOf = ({ measure }: Schemas['InsightFigure']) => measure as Shown;

function Bar({
  people,
  of,
  quiet = false,
}: {
  people?: number | undefined;
  of: number;
  quiet?: boolean;
}) {
  const { t } = useTranslation('insights');
  if (people === undefined) {
    return (
      <Text size="sm" lh="lg" c="dimmed">
        {t('notShown')}
      </Text>
    );
  }
  return (
    <div className={classes.figure} data-quiet={quiet || undefined}>
      <span className={classes.number}>{people}</span>
      <span className={classes.track} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * people) / of}%` }} />
      </span>
    </div>
  );
}
