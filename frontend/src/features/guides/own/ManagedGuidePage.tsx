import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ifMatch } from '@/api/client';
import { DownloadButton } from '@/components/DownloadButton';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ProblemNotice } from '@/components/ProblemNotice';
import { SaveIndicator } from '@/components/SaveIndicator';
import { Section } from '@/components/Section';
import { PageShape } from '@/components/Shapes';
import { Told } from '@/components/Told';
import type { Language } from '@/lib/text/language';
import { headingField } from './content';
import type { ManagedGuide } from './document';
import { GuideField } from './GuideField';
import { GuideState } from './GuideState';
import { Publish } from './Publish';
import { Topics } from './Topics';
import { Unseen } from './Unseen';
import { useCopying } from './useCopying';
import { useFieldInAddress } from './useFieldInAddress';
import { useLanguages } from './useLanguages';
import { useGuideDocument, useGuidesAnew, useManagedGuide } from './useManagedGuides';

/** A guide in the administration: to write in where it is the organisation's own, and to look at where it is built in. */
export function ManagedGuidePage() {
  const { guideId = '' } = useParams();
  const found = useManagedGuide(guideId);
  return (
    <Loaded of={[found]} shape={<PageShape />}>
      {(guide) =>
        guide.builtIn ? <BuiltIn guide={guide} /> : <Own key={guide.id} guide={guide} />
      }
    </Loaded>
  );
}

function useTitle(titles: Record<Language, string>) {
  const { t, i18n } = useTranslation('ownGuides');
  const [first, second] = i18n.language === 'en' ? [titles.en, titles.da] : [titles.da, titles.en];
  return first.trim() || second.trim() || t('guide.unnamed');
}

function BackToAll() {
  const { t } = useTranslation('ownGuides');
  return (
    <Anchor component={Link} to="/administration/guides">
      {t('guides.all')}
    </Anchor>
  );
}

function BuiltIn({ guide }: { guide: ManagedGuide }) {
  const { t } = useTranslation('ownGuides');
  const title = useTitle({ da: guide.content.da.title, en: guide.content.en.title });
  const copying = useCopying(guide.id);
  return (
    <Page title={title} lead={<BackToAll />}>
      <Stack gap="sm" align="flex-start">
        <GuideState guide={guide} />
        <Text>{t('guide.builtInExplain')}</Text>
        {copying.error && <ProblemNotice error={copying.error} />}
        <Button loading={copying.isPending} onClick={() => copying.mutate()}>
          {t('guides.copy')}
        </Button>
        <Ways guide={guide} saved={async () => true} />
      </Stack>
      <Retiring guide={guide} />
    </Page>
  );
}

function Own({ guide }: { guide: ManagedGuide }) {
  const { t } = useTranslation('ownGuides');
  const doc = useGuideDocument(guide);
  const languages = useLanguages();
  const title = (language: Language) => String(doc.content[headingField(language, 'title')] ?? '');
  useFieldInAddress();
  const shown = languages.flatMap((language) => [
    headingField(language, 'title'),
    headingField(language, 'introduction'),
  ]);
  return (
    <Page title={useTitle({ da: title('da'), en: title('en') })} lead={<BackToAll />}>
      <SaveIndicator of={doc} stays />
      <Unseen guideId={guide.id} of={doc} shows={(field) => shown.includes(field)} />
      <Ways guide={guide} saved={() => doc.document.saved()} />
      <Section title={t('guide.heading')}>
        <Stack gap="md">
          {languages.map((language) => (
            <Stack key={language} gap="sm">
              <GuideField
                of={doc}
                field={headingField(language, 'title')}
                label={t('part.title')}
                language={language}
              />
              <GuideField
                of={doc}
                field={headingField(language, 'introduction')}
                label={t('part.introduction')}
                language={language}
                minRows={3}
                lines
              />
            </Stack>
          ))}
        </Stack>
      </Section>
      <Topics guideId={guide.id} of={doc} />
      <Publish guide={guide} of={doc} />
      <Retiring guide={guide} />
    </Page>
  );
}

/** To see it as others do, and to take it elsewhere. */
function Ways({ guide, saved }: { guide: ManagedGuide; saved: () => Promise<boolean> }) {
  const { t } = useTranslation('ownGuides');
  const [unsaved, setUnsaved] = useState(false);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <LinkButton variant="default" size="sm" to={`/administration/guides/${guide.id}/preview`}>
          {t('preview.see')}
        </LinkButton>
        <DownloadButton
          size="sm"
          file={t('guide.file')}
          get={async () => {
            const all = await saved();
            setUnsaved(!all);
            if (!all) return {};
            return api.GET('/api/v1/managed-guides/{guideId}/file', {
              params: { path: { guideId: guide.id } },
              parseAs: 'blob',
            });
          }}
        >
          {t('guide.export')}
        </DownloadButton>
      </Group>
      <Told>{unsaved && <Text>{t('guide.unsaved')}</Text>}</Told>
    </Stack>
  );
}

/** Offered for new rounds or not. What uses it keeps it, so it can be taken back and is not asked for twice. */
function Retiring({ guide }: { guide: ManagedGuide }) {
  const { t } = useTranslation('ownGuides');
  const anew = useGuidesAnew();
  const retired = guide.retiredAt !== undefined;
  const turning = useMutation({
    mutationFn: () => {
      const params = { path: { guideId: guide.id }, header: ifMatch(guide.version) };
      return retired
        ? api.POST('/api/v1/managed-guides/{guideId}/restore', { params })
        : api.POST('/api/v1/managed-guides/{guideId}/retire', { params });
    },
    onSettled: anew,
  });
  return (
    <Section title={t(retired ? 'retire.retired' : 'retire.title')}>
      <Stack gap="sm" align="flex-start">
        <Text role="status">
          {t(
            retired
              ? 'retire.restoreExplain'
              : guide.publishedVersion
                ? 'retire.explain'
                : 'retire.draftExplain',
          )}
        </Text>
        {turning.error && <ProblemNotice error={turning.error} />}
        <Button
          size="sm"
          variant="default"
          loading={turning.isPending}
          onClick={() => turning.mutate()}
        >
          {t(retired ? 'retire.restore' : 'retire.do')}
        </Button>
      </Stack>
    </Section>
  );
}
