import { Radio, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api/client';
import { ChoiceCards } from '@/components/ChoiceCards';
import { ConflictPanel } from '@/components/ConflictPanel';
import { CountField } from '@/components/CountField';
import { faultAt } from '@/lib/faults';
import { modesOffered } from '../modes';
import { otherName } from '../names';
import { Point, type PointProps, Told } from './Point';
import { useWords } from './useWords';

/** d. Whether dialogues are recorded; if so, how customers say yes and when recordings are deleted. */
export function VideoPoint(props: PointProps) {
  const { round, view, of, writing } = props;
  const { t } = useTranslation(['agreement', 'rounds']);
  const say = useWords();
  const me = $api.useQuery('get', '/api/v1/me');
  const { mode } = of.content;
  const video = mode === 'WITH_VIDEO';
  if (!writing) {
    return (
      <Point letter="d" view={view} round={round}>
        <Told label={t('modeLabel')}>{t(`mode.${mode}`)}</Told>
        {video && (
          <>
            <Told label={t('consentLabel')}>{say('CONSENT_METHOD', of.content.consentMethod)}</Told>
            <Told label={t('deletion')}>
              {say('RECORDING_DELETION_DAYS', of.content.recordingDeletionDays)}
            </Told>
            <Text size="sm" c="dimmed">
              {t('videoStays')}
            </Text>
          </>
        )}
      </Point>
    );
  }
  return (
    <Point letter="d" view={view} round={round}>
      <ChoiceCards
        label={<VisuallyHidden>{t('modeLabel')}</VisuallyHidden>}
        choices={modesOffered(video || me.data?.offers.video !== false).map((offered) => ({
          value: offered,
          title: t(offered === 'WITH_VIDEO' ? 'rounds:with.title' : 'rounds:without.title'),
          text: t(offered === 'WITH_VIDEO' ? 'rounds:with.text' : 'rounds:without.text'),
        }))}
        value={mode}
        onChange={(chosen) => of.change({ mode: chosen })}
        error={faultAt(of.problem, 'mode')}
      />
      <ConflictPanel
        of={of}
        field="mode"
        name={otherName(round)}
        show={(held) => say('MODE', held)}
      />
      {video && <Recording {...props} />}
    </Point>
  );
}

function Recording({ round, of }: PointProps) {
  const { t } = useTranslation('agreement');
  const say = useWords();
  const name = otherName(round);
  return (
    <Stack gap="md">
      <Radio.Group
        size="md"
        label={t('consentLabel')}
        description={t('consentExplain')}
        value={of.content.consentMethod ?? ''}
        onChange={(chosen) =>
          of.change({ consentMethod: chosen === 'SIGNED' ? 'SIGNED' : 'SPOKEN_ON_RECORDING' })
        }
        error={faultAt(of.problem, 'consentMethod')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="SPOKEN_ON_RECORDING" label={t('consent.SPOKEN_ON_RECORDING')} />
          <Radio value="SIGNED" label={t('consent.SIGNED')} />
        </Stack>
      </Radio.Group>
      <ConflictPanel
        of={of}
        field="consentMethod"
        name={name}
        show={(held) => say('CONSENT_METHOD', held)}
      />
      <CountField
        label={t('deletionField')}
        description={t('deletionExplain')}
        min={1}
        max={90}
        maw="28rem"
        value={of.content.recordingDeletionDays}
        onChange={(count) => of.change({ recordingDeletionDays: count })}
        error={faultAt(of.problem, 'recordingDeletionDays')}
      />
      <ConflictPanel
        of={of}
        field="recordingDeletionDays"
        name={name}
        show={(held) => say('RECORDING_DELETION_DAYS', held)}
      />
    </Stack>
  );
}
