import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fold } from '@/components/Fold';
import { fieldOf, type MomentField, type ReflectionContent, secondsOf } from '../moments';

interface Props {
  content: ReflectionContent;
  add: (field: MomentField) => void;
}

/** A time code typed by hand, for a recording that is watched elsewhere. */
export function MomentByHand({ content, add }: Props) {
  const { t } = useTranslation('video');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const second = secondsOf(typed);
    setWrong(second === undefined);
    if (second === undefined) return;
    const field = fieldOf(second);
    if (content[field] === undefined) add(field);
    setTyped('');
  }

  return (
    <Fold summary={t('byHand.title')} fz="sm">
      <form onSubmit={submit} noValidate>
        <Group gap="xs" align="flex-end">
          <TextInput
            size="sm"
            w="10rem"
            label={t('byHand.label')}
            placeholder={t('byHand.placeholder')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={wrong ? t('byHand.wrong') : undefined}
          />
          <Button type="submit" size="sm" variant="default">
            {t('byHand.add')}
          </Button>
        </Group>
      </form>
    </Fold>
  );
}
