import { Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import classes from './overview.module.css';

const STAGES = ['PREPARING', 'CONDUCTING', 'REFLECTING', 'DISCUSSING', 'CONCLUDED'] as const;

/** The way of a round from agreement to follow-up, and where on it the two are. */
export function Stages({ status }: { status: Exclude<Schemas['RoundStatus'], 'CANCELLED'> }) {
  const { t } = useTranslation('rounds');
  const id = useId();
  const at = status === 'FOLLOWED_UP' ? STAGES.length : STAGES.indexOf(status);
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="sm">
        {t('stages')}
      </Title>
      <ol className={classes.stages}>
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            data-is={index < at ? 'done' : index === at ? 'now' : 'later'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {index < at && <IconCheck size="0.9em" stroke={3} />}
            </span>
            <div>
              <Text component="span" fw={index === at ? 650 : 400}>
                {t(`stage.${stage}.name`)}
                {index < at && <VisuallyHidden> {t('stageDone')}</VisuallyHidden>}
              </Text>
              {index === at && (
                <Text size="sm" c="dimmed">
                  {t(`stage.${stage}.about`)}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
