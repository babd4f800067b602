import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { GuideState } from './GuideState';
import { ImportGuide } from './ImportGuide';
import { useCopying } from './useCopying';
import { useManagedGuides } from './useManagedGuides';

type Row = Schemas['ManagedGuideRow'];

/** The organisation's guides: its own, those that are built in, and those that are retired. */
export function GuidesPage() {
  const { t, i18n } = useTranslation('ownGuides');
  const guides = useManagedGuides();
  return (
    <Page title={t('guides.title')} lead={t('guides.lead')}>
      <Loaded of={[guides]} shape={<SectionShapes count={3} />}>
        {(found) => {
          const all = found.toSorted((one, other) =>
            one.title.localeCompare(other.title, i18n.language),
          );
          const used = all.filter(({ retiredAt }) => !retiredAt);
          const own = used.filter(({ builtIn }) => !builtIn);
          const retired = all.filter(({ retiredAt }) => retiredAt);
          return (
            <>
              {own.length > 0 ? (
                <Section title={t('guides.own')}>
                  <Rows rows={own} />
                </Section>
              ) : (
                <EmptyState order={2} title={t('guides.noneTitle')}>
                  {t('guides.noneExplain')}
                </EmptyState>
              )}
              <Section title={t('guides.builtIn')}>
                <Rows rows={used.filter(({ builtIn }) => builtIn)} />
              </Section>
              {retired.length > 0 && (
                <Section title={t('guides.retired')}>
                  <Text>{t('guides.retiredExplain')}</Text>
                  <Rows rows={retired} />
                </Section>
              )}
              <ImportGuide />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <Stack gap="lg">
      {rows.map((row) => (
        <Guide key={row.id} row={row} />
      ))}
    </Stack>
  );
}

function Guide({ row }: { row: Row }) {
  const { t } = useTranslation('ownGuides');
  const copying = useCopying(row.id);
  const title = row.title.trim() || t('guide.unnamed');
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Stack gap={2} flex="1 1 14rem" miw={0}>
          <Anchor
            component={Link}
            to={`/administration/guides/${row.id}`}
            style={{ overflowWrap: 'anywhere' }}
          >
            {title}
          </Anchor>
          <GuideState guide={row} />
        </Stack>
        <Button
          size="sm"
          variant="default"
          loading={copying.isPending}
          aria-label={t('guides.copyNamed', { title })}
          onClick={() => copying.mutate()}
        >
          {t('guides.copy')}
        </Button>
      </Group>
      {copying.error && <ProblemNotice error={copying.error} />}
    </Stack>
  );
}
