import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/lib/documents/merge';
import type { SyncedDocument } from '@/lib/documents/syncedDocument';
import { words } from '@/lib/text/words';

/** Nothing typed is lost: it can be taken elsewhere before it is let go. */
export function Rescue<T extends Content, V>({
  document,
  content,
}: {
  document: SyncedDocument<T, V>;
  content: T;
}) {
  const { t } = useTranslation();
  return (
    <>
      <CopyButton value={words(content)}>
        {({ copied, copy }) => (
          <Button size="sm" variant="default" onClick={copy}>
            {copied ? t('saveState.copied') : t('saveState.copy')}
          </Button>
        )}
      </CopyButton>
      <Button size="sm" variant="default" onClick={() => document.discard()}>
        {t('saveState.discard')}
      </Button>
    </>
  );
}
