import { Checkbox, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/api/client';
import { ChoiceCards } from '@/components/ChoiceCards';
import { Section } from '@/components/Section';
import { faultAt } from '@/lib/faults';
import { useChange } from '@/lib/keeping/useChange';
import { ChoiceForm } from './ChoiceForm';

type View = Schemas['OrganisationRules'];
type Form = Schemas['ChangeRules'];

const PATH = '/api/v1/organisation/rules';
const METHODS = ['PASSWORD', 'PROVIDER'] as const;
const LANGUAGES = ['da', 'en'] as const;

/** Video, sharing with HR, signing in and languages. */
export function Rules({ rules }: { rules: View }) {
  const { t } = useTranslation('organisation');
  const [saved, setSaved] = useState(false);
  return (
    <Section title={t('rules.title')}>
      <RulesForm rules={rules} saved={saved} onSaved={setSaved} />
    </Section>
  );
}

interface Props {
  rules: View;
  saved: boolean;
  onSaved: (saved: boolean) => void;
}

function RulesForm({ rules: { version, ...chosen }, saved, onSaved }: Props) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const { fields, change, saving } = useChange<Form>({
    name: 'organisation-rules',
    of: { version },
    initial: chosen,
    put: async (body, header) =>
      queries.setQueryData(
        ['get', PATH],
        await answered(api.PUT(PATH, { params: { header }, body })),
      ),
    following: ({ version: _, ...current }: View) => current,
    onDone: () => onSaved(true),
    // What everybody may choose is told with who one is.
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/me'] }),
  });

  function choose(patch: Partial<Form>) {
    onSaved(false);
    change(patch);
  }

  const yesOrNo = (
    rule: 'videoAllowed' | 'hrSharingOffered',
    faults: Parameters<typeof faultAt>[0],
  ) => (
    <ChoiceCards
      label={<Title order={3}>{t(`rules.${rule}.title`)}</Title>}
      choices={[
        { value: 'yes', title: t(`rules.${rule}.yes`), text: t(`rules.${rule}.yesMeans`) },
        { value: 'no', title: t(`rules.${rule}.no`), text: t(`rules.${rule}.noMeans`) },
      ]}
      value={fields[rule] ? 'yes' : 'no'}
      onChange={(answer) => choose({ [rule]: answer === 'yes' })}
      error={faultAt(faults, rule)}
    />
  );

  return (
    <ChoiceForm label={t('rules.title')} saving={saving} saved={saved}>
      {(faults) => (
        <>
          {yesOrNo('videoAllowed', faults)}
          {yesOrNo('hrSharingOffered', faults)}
          <Checkbox.Group
            label={<Title order={3}>{t('rules.signInMethods.title')}</Title>}
            description={t('rules.signInMethods.means')}
            descriptionProps={{ fz: 'sm' }}
            value={fields.signInMethods}
            onChange={(methods) => choose({ signInMethods: methods as Form['signInMethods'] })}
            error={faultAt(faults, 'signInMethods')}
          >
            <Stack gap="sm" mt="sm">
              {METHODS.map((method) => (
                <Checkbox
                  key={method}
                  value={method}
                  label={t(`rules.signInMethods.${method}.title`)}
                  description={t(`rules.signInMethods.${method}.means`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group
            label={<Title order={3}>{t('rules.languages.title')}</Title>}
            description={t('rules.languages.means')}
            descriptionProps={{ fz: 'sm' }}
            value={fields.languages}
            onChange={(languages) => choose({ languages: languages as Form['languages'] })}
            error={faultAt(faults, 'languages')}
          >
            <Stack gap="sm" mt="sm">
              {LANGUAGES.map((language) => (
                <Checkbox
                  key={language}
                  value={language}
                  label={t(`rules.languages.${language}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </>
      )}
    </ChoiceForm>
  );
}
