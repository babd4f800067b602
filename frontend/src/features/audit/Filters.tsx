import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { DayField } from '@/components/DayField';
import { Told } from '@/components/Told';
import { today } from '@/lib/text/useFormat';
import { AREAS, kindsIn } from './kinds';
import type { Filter } from './useAudit';

interface Props {
  filter: Filter;
  change: (patch: Partial<Filter>) => void;
  takeBack: (patch: Partial<Filter>) => void;
  /** What is shown, which knows the name of who was chosen. */
  rows: Schemas['AuditRow'][];
}

/** What the list is narrowed to. Each choice counts as it is made. */
export function Filters({ filter, change, takeBack, rows }: Props) {
  const { t } = useTranslation('audit');
  const chosen = rows.find(({ by }) => by?.id === filter.by)?.by?.name;
  return (
    <Stack component="search" gap="md" className="no-print">
      <Group gap="md" align="flex-end">
        <NativeSelect
          label={t('filter.what')}
          flex="1 1 14rem"
          maw="22rem"
          value={filter.what}
          onChange={({ currentTarget }) => change({ what: currentTarget.value })}
        >
          <option value="">{t('filter.everything')}</option>
          {AREAS.map((area) => (
            <optgroup key={area} label={t(`area.${area}`)}>
              <option value={area}>{t(`all.${area}`)}</option>
              {kindsIn(area).map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
        <DayField
          label={t('filter.from')}
          max={filter.until || today()}
          value={filter.from || undefined}
          onChange={(day) => change({ from: day ?? '' })}
        />
        <DayField
          label={t('filter.until')}
          min={filter.from}
          max={today()}
          value={filter.until || undefined}
          onChange={(day) => change({ until: day ?? '' })}
        />
      </Group>
      <Told>
        {filter.by && (
          <Group gap="sm">
            <Text>{chosen ? t('filter.by', { name: chosen }) : t('filter.byOne')}</Text>
            <Button size="sm" variant="default" onClick={() => takeBack({ by: '' })}>
              {t('filter.byAll')}
            </Button>
          </Group>
        )}
      </Told>
    </Stack>
  );
}
