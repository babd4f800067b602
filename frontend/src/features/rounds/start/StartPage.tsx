import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api/client';
import { ChoiceCards } from '@/components/ChoiceCards';
import { CountField } from '@/components/CountField';
import { DayField } from '@/components/DayField';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { SectionShapes } from '@/components/Shapes';
import { faultAt, faultsIn } from '@/lib/faults';
import { today } from '@/lib/text/useFormat';
import { modesOffered } from '../modes';
import { firstName } from '../names';
import { PersonSearch } from '../people/PersonSearch';
import { roundOf, useStartRound } from './useStartRound';

/** Begins a round: what it is about, with whom, and as much of the rest as one knows already. */
export function StartPage() {
  const { t } = useTranslation('rounds');
  const guides = $api.useQuery('get', '/api/v1/guides', {});
  const me = $api.useQuery('get', '/api/v1/me');
  const { form, sending } = useStartRound();
  const { value, change } = form;
  const [tried, setTried] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const faults = faultsIn(sending.error);
  const { error } = sending;

  // To the first field that must be changed, once the page shows which.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt anew, also with the same outcome.
  useEffect(() => {
    const wrong = element.current?.querySelector('[aria-invalid="true"]');
    const into = wrong instanceof HTMLInputElement ? wrong : wrong?.querySelector('input');
    into?.focus();
  }, [tried, error]);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(tried + 1);
    const round = roundOf(value);
    if (round) sending.mutate({ ...round, key: value.key });
  }

  const name = value.partner && firstName(value.partner.name);
  return (
    <Page title={t('start.title')} lead={t('start.lead')}>
      <Loaded of={[guides, me]} shape={<SectionShapes count={3} />}>
        {(all, { offers }) => (
          <form ref={element} onSubmit={send} noValidate>
            <Stack gap="xl">
              <ChoiceCards
                brief
                label={<Title order={2}>{t('start.guide')}</Title>}
                choices={all.map(({ id, title, introduction }) => ({
                  value: id,
                  title,
                  text: introduction,
                }))}
                value={value.guideId}
                onChange={(guideId) => change({ guideId })}
                error={
                  tried && !value.guideId ? t('start.guideMissing') : faultAt(faults, 'guideId')
                }
              />
              <ChoiceCards
                label={<Title order={2}>{t('start.mode')}</Title>}
                choices={modesOffered(offers.video || value.mode === 'WITH_VIDEO').map((mode) => ({
                  value: mode,
                  title: t(mode === 'WITH_VIDEO' ? 'with.title' : 'without.title'),
                  text: t(mode === 'WITH_VIDEO' ? 'with.text' : 'without.text'),
                }))}
                value={value.mode}
                onChange={(mode) => change({ mode })}
                error={faultAt(faults, 'mode')}
              />
              <Stack gap="sm">
                <Title order={2}>{t('start.partner')}</Title>
                <Text>{t('start.partnerExplain')}</Text>
                <PersonSearch
                  label={t('people.label')}
                  value={value.partner}
                  onChange={(partner) => change({ partner })}
                  error={
                    tried && !value.partner
                      ? t('start.partnerMissing')
                      : faultAt(faults, 'partnerId')
                  }
                />
              </Stack>
              <Stack gap="sm">
                <Title order={2}>{t('start.extent')}</Title>
                <Text>{t('start.extentExplain')}</Text>
                <Group align="flex-start" gap="md">
                  <DayField
                    label={t('start.first')}
                    value={value.periodFrom}
                    onChange={(periodFrom) => change({ periodFrom })}
                    error={faultAt(faults, 'periodFrom')}
                  />
                  <DayField
                    label={t('start.last')}
                    min={value.periodFrom ?? today()}
                    value={value.periodLast}
                    onChange={(periodLast) => change({ periodLast })}
                    error={faultAt(faults, 'periodUntil')}
                  />
                </Group>
                <CountField
                  label={t('start.number')}
                  min={1}
                  max={20}
                  maw="18rem"
                  value={value.numberOfDialogues}
                  onChange={(numberOfDialogues) => change({ numberOfDialogues })}
                  error={faultAt(faults, 'numberOfDialogues')}
                />
              </Stack>
              {error && !faults && <ProblemNotice error={error} />}
              <Stack gap="xs" align="flex-start">
                <Text>{name ? t('start.invites', { name }) : t('start.invitesSomebody')}</Text>
                <Button type="submit" loading={sending.isPending}>
                  {name ? t('start.submitWith', { name }) : t('start.submit')}
                </Button>
              </Stack>
            </Stack>
          </form>
        )}
      </Loaded>
    </Page>
  );
}
