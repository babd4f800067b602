import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

interface Props {
  title: string;
  /** One quiet line under the title. */
  lead?: ReactNode;
  /** To the right of the title: a save state, a print button. */
  aside?: ReactNode;
  /** Reading width for text, wide for two columns. */
  width?: 'text' | 'wide';
  children: ReactNode;
}

/** A page: its title is the document's, and takes the focus when one arrives, so that it is read aloud. */
export function Page({ title, lead, aside, width = 'text', children }: Props) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef<string | undefined>(undefined);

  useEffect(() => {
    document.title = `${title} – ${t('name')}`;
  }, [title, t]);

  useEffect(() => {
    if (
      arrived.current !== pathname &&
      document.activeElement?.closest('main, nav, body') !== null
    ) {
      const first =
        !window.history.state?.idx && !document.referrer && arrived.current === undefined;
      if (!first) heading.current?.focus({ preventScroll: true });
    }
    arrived.current = pathname;
  }, [pathname]);

  return (
    <Container size={width === 'wide' ? 'lg' : 'sm'} px={0}>
      <Stack gap="xl">
        <Group justify="space-between" align="flex-start" gap="md">
          <Stack gap={4} flex="1 1 16rem" miw={0}>
            <Title order={1} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {lead && (
              <Text c="dimmed" component="div">
                {lead}
              </Text>
            )}
          </Stack>
          {aside}
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
