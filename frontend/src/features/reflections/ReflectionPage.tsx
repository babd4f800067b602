import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '@/components/EmptyState';
import { LinkButton } from '@/components/LinkButton';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SectionShapes } from '@/components/Shapes';
import { Held, useDialogues } from '@/features/dialogues';
import { useGuide } from '@/features/guides';
import { useRound } from '@/features/rounds';
import { OwnReflections } from './OwnReflections';
import { SharedReflections } from './SharedReflections';
import { useSharing } from './sharing';
import { useSheet } from './useSheet';

/** What is written about one dialogue, topic by topic: to its author to write, to the partner what is shared. */
export function ReflectionPage() {
  const { t } = useTranslation('reflections');
  const round = useRound();
  const { dialogueId = '' } = useParams();
  const dialogues = useDialogues(round.id);
  const dialogue = dialogues.data?.find(({ id }) => id === dialogueId);
  if (dialogues.data && !dialogue) return <Missing roundId={round.id} />;
  return (
    <Page
      title={dialogue?.label ?? t('title')}
      lead={dialogue && <Held of={dialogue} />}
      width={round.iAm === 'EVALUATEE' ? 'wide' : 'text'}
      aside={
        <Anchor component={Link} to={`/rounds/${round.id}/dialogues`} size="sm">
          {t('all')}
        </Anchor>
      }
    >
      {round.iAm === 'EVALUATEE' ? (
        <Mine key={dialogueId} dialogueId={dialogueId} />
      ) : (
        <Theirs key={dialogueId} dialogueId={dialogueId} />
      )}
    </Page>
  );
}

function Mine({ dialogueId }: { dialogueId: string }) {
  const round = useRound();
  const dialogues = useDialogues(round.id);
  const guide = useGuide(round.guide);
  const sheet = useSheet(dialogueId);
  const sharing = useSharing(dialogueId);
  return (
    <Loaded of={[dialogues, guide, sheet, sharing]} shape={<SectionShapes count={1} lines={8} />}>
      {(list, guideView, { reader, reflections }, shared) => {
        const dialogue = list.find(({ id }) => id === dialogueId);
        return (
          dialogue?.reader === 'EVALUATEE' &&
          reader === 'EVALUATEE' && (
            <OwnReflections
              round={round}
              dialogue={dialogue}
              guide={guideView}
              reflections={reflections}
              sharing={shared}
            />
          )
        );
      }}
    </Loaded>
  );
}

function Theirs({ dialogueId }: { dialogueId: string }) {
  const round = useRound();
  const guide = useGuide(round.guide);
  const sheet = useSheet(dialogueId);
  return (
    <Loaded of={[guide, sheet]} shape={<SectionShapes count={1} lines={6} />}>
      {(guideView, { reader, reflections }) =>
        reader === 'PARTNER' && (
          <SharedReflections round={round} guide={guideView} reflections={reflections} />
        )
      }
    </Loaded>
  );
}

function Missing({ roundId }: { roundId: string }) {
  const { t } = useTranslation('reflections');
  return (
    <Page title={t('missing.title')}>
      <EmptyState
        title={t('missing.what')}
        action={<LinkButton to={`/rounds/${roundId}/dialogues`}>{t('all')}</LinkButton>}
      >
        {t('missing.detail')}
      </EmptyState>
    </Page>
  );
}
