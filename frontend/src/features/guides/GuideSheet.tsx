import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '@/api/client';
import { GuidingQuestions } from './GuidingQuestions';
import classes from './guide.module.css';
import type { Wording } from './wording';

/** Lines to write on under each topic of the printed guide: as many as there is room for. */
const LINES = Array.from({ length: 14 }, (_, line) => line);

interface Props {
  guide: Pick<Schemas['GuideView'], 'language' | 'introduction' | 'topics'>;
  wording: Wording;
  /** Shown as it is printed, also on the screen. */
  asPrinted?: boolean;
  /** Between the introduction and the topics. */
  children?: ReactNode;
}

/** All that a guide says in one wording; printed with room for notes. */
export function GuideSheet({ guide, wording, asPrinted = false, children }: Props) {
  return (
    <div className={asPrinted ? (classes.printed ?? '') : ''}>
      <Stack gap="xl" lang={guide.language} className={classes.topics ?? ''}>
        <Text style={{ whiteSpace: 'pre-line' }}>{guide.introduction}</Text>
        {children}
        {guide.topics.map((topic) => (
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
    </div>
  );
}
