import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { DownloadButton } from '@/components/DownloadButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { useRound } from '@/features/rounds';
import { GuideSheet } from './GuideSheet';
import { useGuide } from './useGuide';
import { WordingChoice } from './WordingChoice';
import { wordingOf } from './wording';

/** The round's guide to read, and to print with room for notes. */
export function GuidePage() {
  const { t } = useTranslation(['guides', 'app']);
  const round = useRound();
  const [wording, setWording] = useState(wordingOf(round.iAm));
  const guide = useGuide(round.guide);
  return (
    <Page
      title={guide.data?.title ?? round.guide.title}
      lead={t(`for.${wording}`)}
      aside={
        <Group gap="xs" className="no-print">
          <Button
            variant="default"
            leftSection={<IconPrinter size="1.2em" aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('app:print')}
          </Button>
          <DownloadButton
            file={t('pdfFile')}
            get={() =>
              api.GET('/api/v1/rounds/{roundId}/guide/pdf', {
                params: { path: { roundId: round.id } },
                parseAs: 'blob',
              })
            }
          >
            {t('pdf')}
          </DownloadButton>
        </Group>
      }
    >
      <Loaded of={[guide]} shape={<SectionShapes count={4} />}>
        {(view) => (
          <GuideSheet guide={view} wording={wording}>
            <WordingChoice value={wording} onChange={setWording} />
          </GuideSheet>
        )}
      </Loaded>
    </Page>
  );
}
