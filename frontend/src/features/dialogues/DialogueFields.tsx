import { Anchor, Input, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonalDataNotice } from '@/components/PersonalDataNotice';
import { keptIn, unasked } from '@/lib/personalData/personalData';
import { localTime } from '@/lib/text/localTime';
import { useFormat } from '@/lib/text/useFormat';
import { CHANNELS } from './Channel';
import { Choices } from './Choices';
import { type Fault, type Fields, latestDeletion, type VideoTerms } from './fields';

interface Props {
  fields: Fields;
  change: (patch: Partial<Fields>) => void;
  /** Undefined in a round without video. */
  terms: VideoTerms | undefined;
  /** The first day of the agreed period. */
  from: string | undefined;
  /** What to point out; nothing until one has tried. */
  faults: Fault[];
}

/** What there is to say about a dialogue: never who the customer was. */
export function DialogueFields({ fields, change, terms, from, faults }: Props) {
  const { t } = useTranslation('dialogues');
  const fault = (name: Fault) => (faults.includes(name) ? t(`fault.${name}`) : undefined);
  return (
    <Stack gap="lg">
      <TextInput
        label={t('form.label')}
        description={t('form.never')}
        placeholder={t('form.placeholder')}
        maxLength={120}
        autoComplete="off"
        value={fields.label}
        onChange={(event) => change({ label: event.currentTarget.value })}
        error={fault('label') ?? fault('personalData')}
      />
      <PersonalDataNotice
        kinds={unasked(fields.label, fields.kept)}
        keep={() => change({ kept: keptIn(fields.label) })}
      />
      <Choices
        legend={t('form.channel')}
        value={fields.channel}
        onChange={(channel) => change({ channel })}
        options={CHANNELS.map(([value, Sign]) => ({
          value,
          label: t(`channel.${value}`),
          sign: <Sign size="1.25em" aria-hidden="true" />,
        }))}
        error={fault('channel')}
      />
      <Time fields={fields} change={change} from={from} error={fault('heldAt')} />
      {terms && <Consent fields={fields} change={change} terms={terms} fault={fault} />}
    </Stack>
  );
}

/** Folded as long as it is now. */
function Time({
  fields,
  change,
  from,
  error,
}: Pick<Props, 'fields' | 'change' | 'from'> & { error: string | undefined }) {
  const { t } = useTranslation('dialogues');
  const [asked, setAsked] = useState(false);
  if (!fields.heldAt && !asked) {
    return (
      <Text size="sm">
        {t('form.now')}{' '}
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setAsked(true);
            change({ heldAt: localTime(Date.now()) });
          }}
        >
          {t('form.otherTime')}
        </Anchor>
      </Text>
    );
  }
  return (
    <TextInput
      type="datetime-local"
      label={t('form.heldAt')}
      maw="18rem"
      min={from ? `${from}T00:00` : undefined}
      max={localTime(Date.now())}
      value={fields.heldAt}
      onChange={(event) => change({ heldAt: event.currentTarget.value })}
      error={error}
      autoFocus={asked}
    />
  );
}

function Consent({
  fields,
  change,
  terms,
  fault,
}: Pick<Props, 'fields' | 'change'> & {
  terms: VideoTerms;
  fault: (name: Fault) => string | undefined;
}) {
  const { t } = useTranslation('dialogues');
  const { day } = useFormat();
  const latest = latestDeletion(fields.heldAt, terms);
  return (
    <>
      <Choices
        legend={t('form.consented')}
        value={fields.consented}
        onChange={(consented) => change({ consented })}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        error={fault('consented')}
      />
      {fields.consented === 'no' && (
        <Text size="sm" c="dimmed">
          {t('form.noRecording')}
        </Text>
      )}
      {fields.consented === 'yes' && (
        <>
          <Choices
            legend={t('form.how')}
            value={fields.consentMethod || (terms.consentMethod ?? '')}
            onChange={(consentMethod) => change({ consentMethod })}
            options={(['SPOKEN_ON_RECORDING', 'SIGNED'] as const).map((value) => ({
              value,
              label: t(`consent.${value}`),
            }))}
            error={fault('consentMethod')}
          />
          <Input.Wrapper
            label={t('form.deleteBy')}
            description={t('form.agreedDeletion', { day: day(latest) })}
            labelProps={{ htmlFor: 'delete-by' }}
          >
            <TextInput
              id="delete-by"
              type="date"
              maw="14rem"
              max={latest}
              value={fields.deleteBy || latest}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                change({ deleteBy: chosen === latest ? '' : chosen });
              }}
            />
          </Input.Wrapper>
        </>
      )}
    </>
  );
}
