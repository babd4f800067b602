import { Group, Text } from '@mantine/core';
import { IconEye, IconLock, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** `mine`: nobody but the reader. `shared`: the other can read it. `both`: it belongs to the two. */
  who: 'mine' | 'shared' | 'both';
  /** The other's first name, for `shared`. */
  name?: string;
}

/** Says who can read what is beside it, in words, colour and a sign. */
export function Audience({ who, name }: Props) {
  const { t } = useTranslation();
  const Sign = who === 'mine' ? IconLock : who === 'shared' ? IconEye : IconUsers;
  return (
    <Group gap={6} wrap="nowrap" c={who === 'mine' ? 'var(--mine)' : 'var(--theirs)'}>
      <Sign size="1.1em" aria-hidden="true" />
      <Text component="span" size="sm" fw={550}>
        {t(`audience.${who}`, { name })}
      </Text>
    </Group>
  );
}
