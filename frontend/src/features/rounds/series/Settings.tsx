import { Button, Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ChoiceCards } from '@/components/ChoiceCards';
import { CountField } from '@/components/CountField';
import { DayField } from '@/components/DayField';
import { PersonalDataNotice } from '@/components/PersonalDataNotice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { faultAt, faultsIn } from '@/lib/faults';
import { keptIn, unasked } from '@/lib/personalData/personalData';
import { today } from '@/lib/text/useFormat';
import { modesOffered } from '../modes';
import { isFilled, type useStartSeries } from './useStartSeries';

interface Props {
  of: ReturnType<typeof useStartSeries>;
  teams: Schemas['TeamRef'][];
  guides: Schemas['GuideRow'][];
  /** Whether the organisation offers rounds with video. */
  video: boolean;
}

const PAIRINGS: Schemas['PairedBy'][] = ['SUGGESTION', 'LEADER', 'THEMSELVES'];

/** What all the rounds begin with. */
export function Settings({ of, teams, guides, video }: Props) {
  const { t } = useTranslation(['team', 'rounds']);
  const { form, proposing } = of;
  const { value, change } = form;
  const [tried, setTried] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const { error } = proposing;
  const faults = faultsIn(error);
  const kinds = unasked(value.message, value.kept);
  const missing = (field: unknown, name: string) =>
    tried && !field ? t('start.missing') : faultAt(faults, name);

  // To the first field that must be changed, once the page shows which.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt anew, also with the same outcome.
  useEffect(() => {
    const wrong = element.current?.querySelector('[aria-invalid="true"]');
    const into = wrong?.matches('input, textarea') ? wrong : wrong?.querySelector('input');
    if (into instanceof HTMLElement) into.focus();
  }, [tried, error]);

  function show(event: FormEvent) {
    event.preventDefault();
    setTried(tried + 1);
    if (isFilled(value) && !kinds.length) proposing.mutate(value.suggestion);
  }

  return (
    <form ref={element} onSubmit={show} noValidate>
      <Stack gap="xl">
        {teams.length > 1 && (
          <NativeSelect
            label={t('start.team')}
            maw="24rem"
            value={of.teamId}
            onChange={({ currentTarget }) => change({ teamId: currentTarget.value })}
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <ChoiceCards
          brief
          label={<Title order={2}>{t('rounds:start.guide')}</Title>}
          choices={guides.map(({ id, title, introduction }) => ({
            value: id,
            title,
            text: introduction,
          }))}
          value={value.guideId}
          onChange={(guideId) => change({ guideId })}
          error={missing(value.guideId, 'guideId')}
        />
        <ChoiceCards
          label={<Title order={2}>{t('start.mode')}</Title>}
          choices={modesOffered(video || value.mode === 'WITH_VIDEO').map((mode) => ({
            value: mode,
            title: t(mode === 'WITH_VIDEO' ? 'rounds:with.title' : 'rounds:without.title'),
            text: t(mode === 'WITH_VIDEO' ? 'start.withVideo' : 'start.withoutVideo'),
          }))}
          value={value.mode}
          onChange={(mode) => change({ mode })}
          error={faultAt(faults, 'mode')}
        />
        <Stack gap="sm">
          <Title order={2}>{t('start.extent')}</Title>
          <Text>{t('start.extentExplain')}</Text>
          <Group align="flex-start" gap="md">
            <DayField
              label={t('rounds:start.first')}
              value={value.periodFrom}
              onChange={(periodFrom) => change({ periodFrom })}
              error={missing(value.periodFrom, 'periodFrom')}
            />
            <DayField
              label={t('rounds:start.last')}
              min={value.periodFrom ?? today()}
              value={value.periodLast}
              onChange={(periodLast) => change({ periodLast })}
              error={missing(value.periodLast, 'periodUntil')}
            />
          </Group>
          <CountField
            label={t('rounds:start.number')}
            min={1}
            max={20}
            maw="18rem"
            value={value.numberOfDialogues}
            onChange={(numberOfDialogues) => change({ numberOfDialogues })}
            error={missing(value.numberOfDialogues, 'numberOfDialogues')}
          />
        </Stack>
        <ChoiceCards
          label={<Title order={2}>{t('start.pairing')}</Title>}
          choices={PAIRINGS.map((pairing) => ({
            value: pairing,
            title: t(`pairing.${pairing}.title`),
            text: t(`pairing.${pairing}.text`),
          }))}
          value={value.pairing}
          onChange={(pairing) => change({ pairing })}
        />
        <Stack gap="sm">
          <Title order={2}>{t('start.message')}</Title>
          <Textarea
            label={t('start.messageLabel')}
            description={t('start.messageExplain')}
            autosize
            minRows={3}
            maxLength={1000}
            value={value.message}
            onChange={({ currentTarget }) => change({ message: currentTarget.value })}
            error={faultAt(faults, 'message')}
          />
          <PersonalDataNotice kinds={kinds} keep={() => change({ kept: keptIn(value.message) })} />
        </Stack>
        {error && !faults && <ProblemNotice error={error} />}
        <Stack gap="xs" align="flex-start">
          <Text>{t('start.nothingYet')}</Text>
          <Button type="submit" loading={proposing.isPending}>
            {t('start.show')}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}
