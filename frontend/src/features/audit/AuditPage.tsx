import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { Entries } from './Entries';
import { Filters } from './Filters';
import { useAudit, useAuditFilter } from './useAudit';

/** What was administered, and who was refused: by whom and when, and nothing that anybody wrote. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { filter, change, takeBack } = useAuditFilter();
  const audit = useAudit(filter);
  const rows = audit.data?.pages.flatMap((page) => page.rows);
  const all = Object.values(filter).every((value) => !value);
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <Stack gap="lg">
        <Filters filter={filter} change={change} takeBack={takeBack} rows={rows ?? []} />
        <Loaded of={[{ ...audit, data: rows }]} shape={<SectionShapes count={1} lines={6} />}>
          {(found) =>
            found.length ? (
              <>
                <Entries rows={found} onChoose={(by) => change({ by })} />
                {audit.hasNextPage && (
                  <div>
                    <Button
                      variant="default"
                      loading={audit.isFetchingNextPage}
                      onClick={() => void audit.fetchNextPage()}
                    >
                      {t('more')}
                    </Button>
                  </div>
                )}
              </>
            ) : (
              <EmptyState
                order={2}
                title={t(all ? 'empty.title' : 'none.title')}
                action={
                  !all && (
                    <Button
                      variant="default"
                      onClick={() => takeBack({ what: '', by: '', from: '', until: '' })}
                    >
                      {t('filter.all')}
                    </Button>
                  )
                }
              >
                {t(all ? 'empty.explain' : 'none.explain')}
              </EmptyState>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}
