import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { DownloadButton } from '@/components/DownloadButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { useRound } from '@/features/rounds';
import { GuidingQuestions } from './GuidingQuestions';
import classes from './guide.module.css';
import { useGuide } from './useGuide';
import { WordingChoice } from './WordingChoice';
import { wordingOf } from './wording';

/** Lines to write on under each topic of the printed guide: as many as there is room for. */
const LINES = Array.from({ length: 14 }, (_, line) => line);

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
        {({ introduction, topics, language }) => (
          <Stack gap="xl" lang={language} className={classes.topics ?? ''}>
            <Text>{introduction}</Text>
            <WordingChoice value={wording} onChange={setWording} />
            {topics.map((topic) => (
              <Stack key={topic.key} component="section" gap="xs" className={classes.topic ?? ''}>
                <Title order={2}>{topic.title}</Title>
                <Text fw={550}>{topic[wording]}</Text>
                <GuidingQuestions topic={topic} wording={wording} />
                <div className={classes.notes} aria-hidden="true">
                  {LINES.map((line) => (
                    <div key={line} className={classes.line} />
                  ))}
                </div>
              </Stack>
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
