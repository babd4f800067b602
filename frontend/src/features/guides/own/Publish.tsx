import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api, ifMatch } from '@/api/client';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { faultsIn } from '@/lib/faults';
import { fieldAt } from './content';
import type { ManagedGuide, OpenGuide } from './document';
import { GuideState } from './GuideState';
import { linkTo, useFieldName } from './useFieldName';
import { useGuidesAnew } from './useManagedGuides';

/** Makes a version of the draft. What is missing before that is a list of links to where it is missing. */
export function Publish({ guide, of }: { guide: ManagedGuide; of: OpenGuide }) {
  const { t } = useTranslation('ownGuides');
  const { nameOf } = useFieldName(of.content);
  const anew = useGuidesAnew();
  const publishing = useMutation({
    mutationFn: async () => {
      if (!(await of.document.saved())) return undefined;
      return answered(
        api.POST('/api/v1/managed-guides/{guideId}/publish', {
          params: { path: { guideId: guide.id }, header: ifMatch(of.document.version) },
        }),
      );
    },
    onSettled: anew,
  });
  const missing = faultsIn(publishing.error)?.violations?.map(({ field, detail }) => ({
    field: fieldAt(field, of.content),
    detail,
  }));
  const published = publishing.data?.publishedVersion;
  const current = !guide.unpublishedChanges && of.state === 'saved';

  // Its button has gone, and would take the focus with it.
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (published && current) done.current?.focus();
  }, [published, current]);

  return (
    <Section title={t('publish.title')} tone={current ? 'plain' : 'waits'}>
      <Stack gap="sm" align="flex-start">
        <GuideState guide={guide} />
        <Told>
          {published && current && (
            <Text fw={550} ref={done} tabIndex={-1}>
              {t('publish.done', { version: published })}
            </Text>
          )}
          {publishing.isSuccess && !publishing.data && <Text>{t('guide.unsaved')}</Text>}
        </Told>
        {!current && !guide.retiredAt && (
          <>
            <Text>{t('publish.explain')}</Text>
            {missing && (
              <Stack role="alert" gap="xs">
                <Text fw={550}>{t('publish.missing', { count: missing.length })}</Text>
                <List>
                  {missing.map(({ field, detail }) => (
                    <List.Item key={field}>
                      {field === 'topics' ? (
                        detail
                      ) : (
                        <Anchor component={Link} to={linkTo(guide.id, field)}>
                          {nameOf(field)}
                        </Anchor>
                      )}
                    </List.Item>
                  ))}
                </List>
              </Stack>
            )}
            {publishing.error && !missing && <ProblemNotice error={publishing.error} />}
            <Button loading={publishing.isPending} onClick={() => publishing.mutate()}>
              {t('publish.do')}
            </Button>
          </>
        )}
      </Stack>
    </Section>
  );
}
