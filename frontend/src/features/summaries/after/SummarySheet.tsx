import { Button, Group, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '@/api/client';
import { DownloadButton } from '@/components/DownloadButton';
import { Section } from '@/components/Section';
import { useFormat } from '@/lib/text/useFormat';
import { SummaryText } from '../SummaryText';
import classes from '../summary.module.css';

interface Props {
  round: Schemas['RoundView'];
  view: Schemas['SummaryView'];
}

/** The concluded summary: to read here, and by itself on a sheet of paper. */
export function SummarySheet({ round, view }: Props) {
  const { t } = useTranslation(['summaries', 'app']);
  const format = useFormat();
  const params = { path: { roundId: round.id } };
  const names = format.list([round.evaluatee, round.partner].flatMap((one) => one?.name ?? []));
  return (
    <div data-sheet="">
      <Section
        title={t('sheet.title')}
        aside={
          <Button
            className="no-print"
            variant="default"
            size="sm"
            leftSection={<IconPrinter size="1.1rem" aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('app:print')}
          </Button>
        }
      >
        <Text size="sm" c="dimmed" className={classes.about ?? ''}>
          {[
            names,
            round.guide.title,
            view.concludedAt && t('sheet.concluded', { day: format.day(view.concludedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <SummaryText view={view} />
        <Group gap="xs" className="no-print">
          <DownloadButton
            size="sm"
            file={t('sheet.pdfFile')}
            get={() => api.GET('/api/v1/rounds/{roundId}/summary/pdf', { params, parseAs: 'blob' })}
          >
            {t('sheet.pdf')}
          </DownloadButton>
          <DownloadButton
            size="sm"
            file={t('sheet.pageFile')}
            get={() =>
              api.GET('/api/v1/rounds/{roundId}/summary/document', { params, parseAs: 'blob' })
            }
          >
            {t('sheet.page')}
          </DownloadButton>
          {round.status === 'CONCLUDED' && (
            <DownloadButton
              size="sm"
              file={t('sheet.calendarFile')}
              get={() =>
                api.GET('/api/v1/rounds/{roundId}/follow-up/calendar', { params, parseAs: 'blob' })
              }
            >
              {t('sheet.calendar')}
            </DownloadButton>
          )}
        </Group>
      </Section>
    </div>
  );
}
