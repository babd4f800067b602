import { CloseButton, Drawer, Group, Stack, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { GuidePanel } from './GuidePanel';
import classes from './guide.module.css';
import type { Wording } from './wording';

interface Props {
  guide: Schemas['GuideRef'];
  wording: Wording;
  open: boolean;
  onClose: () => void;
  /** What the guide is to be beside. */
  children: ReactNode;
}

/** The guide beside what one writes, where there is room; otherwise over it, to be put away again. */
export function GuideBeside({ guide, wording, open, onClose, children }: Props) {
  const { t } = useTranslation(['guides', 'app']);
  const roomy = useMediaQuery('(min-width: 68em)');
  const id = useId();
  const content = (title: ReactNode) => (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        {title}
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </Group>
      <GuidePanel guide={guide} wording={wording} />
    </Stack>
  );
  return (
    <div className={classes.beside} data-open={Boolean(open && roomy)}>
      <div className={classes.main}>{children}</div>
      {open && roomy && (
        <aside className={`${classes.panel} no-print`} aria-labelledby={id}>
          {content(
            <Title order={2} size="h3" id={id}>
              {guide.title}
            </Title>,
          )}
        </aside>
      )}
      {!roomy && (
        <Drawer.Root opened={open} onClose={onClose} position="right" size="min(100%, 28rem)">
          <Drawer.Overlay />
          <Drawer.Content>
            <Drawer.Body pt="md">
              {content(
                <Drawer.Title fz="h3" fw={650}>
                  {guide.title}
                </Drawer.Title>,
              )}
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
    </div>
  );
}
