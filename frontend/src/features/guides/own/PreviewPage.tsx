import { Anchor, Button, Group, Radio, Stack, Switch } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { PageShape } from '@/components/Shapes';
import type { Language } from '@/lib/text/language';
import { GuideSheet } from '../GuideSheet';
import { WordingChoice } from '../WordingChoice';
import type { Wording } from '../wording';
import { asRead, contentOf } from './content';
import type { ManagedGuide } from './document';
import { useLanguages } from './useLanguages';
import { useGuideDocument, useManagedGuide } from './useManagedGuides';

/** A guide as the evaluatee and the partner read it, in either language, and as it is printed. */
export function PreviewPage() {
  const { guideId = '' } = useParams();
  const found = useManagedGuide(guideId);
  return (
    <Loaded of={[found]} shape={<PageShape />}>
      {(guide) => <Preview guide={guide} />}
    </Loaded>
  );
}

function Preview({ guide }: { guide: ManagedGuide }) {
  const { t, i18n } = useTranslation(['ownGuides', 'guides', 'app']);
  const doc = useGuideDocument(guide);
  const languages = useLanguages();
  const [wording, setWording] = useState<Wording>('self');
  const [chosen, setLanguage] = useState<Language>();
  const [asPrinted, setAsPrinted] = useState(false);
  const reading = i18n.language === 'en' ? 'en' : 'da';
  const language = chosen ?? (languages.includes(reading) ? reading : (languages[0] ?? reading));
  const read = asRead(contentOf(doc.content), language);
  return (
    <Page
      title={read.title.trim() || t('guide.unnamed')}
      lead={t(`guides:for.${wording}`)}
      aside={
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconPrinter size="1.2em" aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('app:print')}
        </Button>
      }
    >
      <Stack gap="md" className="no-print">
        <div>
          <Anchor component={Link} to={`/administration/guides/${guide.id}`}>
            {t('preview.back')}
          </Anchor>
        </div>
        <WordingChoice value={wording} onChange={setWording} />
        {languages.length > 1 && (
          <Radio.Group
            label={t('preview.language')}
            value={language}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'da')}
          >
            <Group gap="md" mt={6}>
              {languages.map((one) => (
                <Radio key={one} value={one} label={t(`language.${one}`)} size="sm" />
              ))}
            </Group>
          </Radio.Group>
        )}
        <Switch
          label={t('preview.asPrinted')}
          checked={asPrinted}
          onChange={({ currentTarget }) => setAsPrinted(currentTarget.checked)}
        />
      </Stack>
      <GuideSheet guide={read} wording={wording} asPrinted={asPrinted} />
    </Page>
  );
}
