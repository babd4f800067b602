import { Container, Skeleton, Stack } from '@mantine/core';

/** The shape of a page that is on its way: a title and some sections. */
export function PageShape({ sections = 2 }: { sections?: number }) {
  return (
    <Container size="sm" px={0} ml={0}>
      <Stack gap="xl">
        <Skeleton h={36} w="60%" />
        <SectionShapes count={sections} />
      </Stack>
    </Container>
  );
}

/** The shape of sections with a heading and a few lines. */
export function SectionShapes({ count = 2, lines = 3 }: { count?: number; lines?: number }) {
  return (
    <Stack gap="lg">
      {Array.from({ length: count }, (_, section) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: alike and fixed in number.
        <Stack key={section} gap="sm" p="lg" bg="var(--surface)" bdrs="lg">
          <Skeleton h={22} w="40%" />
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: alike and fixed in number.
            <Skeleton key={line} h={14} w={`${92 - line * 14}%`} />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
