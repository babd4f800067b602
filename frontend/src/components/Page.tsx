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

/** Where the reader was: the page that opens first leaves the focus to the browser. */
let lastPath: string | undefined;

/** A page: its title is the document's, and takes the focus when one arrives, so that it is read aloud. */
export function Page({ title, lead, aside, width = 'text', children }: Props) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – ${t('name')}`;
  }, [title, t]);

  useEffect(() => {
    if (lastPath !== undefined && lastPath !== pathname) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    lastPath = pathname;
  }, [pathname]);

  return (
    <Container size={width === 'wide' ? 'lg' : 'sm'} px={0} ml={0} w="100%">
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
