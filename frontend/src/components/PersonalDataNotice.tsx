import { Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/lib/documents/merge';
import type { OpenDocument } from '@/lib/documents/useDocument';
import { mayBeKept, type PersonalData } from '@/lib/personalData/personalData';
import { Told } from './Told';

/** Says quietly what in a field tells who somebody is, and lets the writer keep what may be kept. */
export function PersonalDataNotice({ kinds, keep }: { kinds: PersonalData[]; keep: () => void }) {
  const { t } = useTranslation();
  return (
    <Told>
      {kinds.length > 0 && (
        <Group gap="xs" wrap="nowrap" align="flex-start" c="var(--waits)">
          <IconShieldLock size="1.2rem" aria-hidden="true" style={{ flexShrink: 0 }} />
          <Stack gap={6} align="flex-start">
            {kinds.map((kind) => (
              <Text key={kind} size="sm">
                {t(`personalData.${kind}`)}
              </Text>
            ))}
            {kinds.some(mayBeKept) && (
              <Button size="xs" variant="default" onClick={keep}>
                {t('personalData.keep')}
              </Button>
            )}
          </Stack>
        </Group>
      )}
    </Told>
  );
}

/** The same for a field of a document, which is held back until then. */
export function HeldNotice<T extends Content, V>({
  of,
  field,
}: {
  of: OpenDocument<T, V>;
  field: keyof T & string;
}) {
  return (
    <PersonalDataNotice
      kinds={of.held.find((held) => held.field === field)?.kinds ?? []}
      keep={() => of.document.keepPersonalData(field)}
    />
  );
}
