import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconBook2, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/LinkButton';
import { firstName, otherName } from '../names';
import { Point, type PointProps, Settled, Told } from './Point';

interface Props extends PointProps {
  guideOpen: boolean;
  onGuide: () => void;
}

/** b. That both have gone through the guide and know what it is about; each says so for themselves. */
export function GuidePoint({ round, view, of, writing, guideOpen, onGuide }: Props) {
  const { t } = useTranslation('agreement');
  const evaluatee = round.iAm === 'EVALUATEE';
  const mine = evaluatee ? 'evaluateeKnowsGuide' : 'partnerKnowsGuide';
  const theirs = evaluatee ? view.partnerKnowsGuide : view.evaluateeKnowsGuide;
  const name = otherName(round);
  const knows = [
    ...(view.evaluateeKnowsGuide ? [firstName(round.evaluatee.name)] : []),
    ...(view.partnerKnowsGuide && view.partner ? [firstName(view.partner.name)] : []),
  ];
  return (
    <Point letter="b" view={view} round={round}>
      {writing && <Text>{t('guide.explain')}</Text>}
      <Told label={t('guide.label')}>{round.guide.title}</Told>
      <Group gap="sm" className="no-print">
        <Button
          size="sm"
          variant="default"
          leftSection={<IconBook2 size="1.2em" aria-hidden="true" />}
          aria-expanded={guideOpen}
          onClick={onGuide}
        >
          {t(guideOpen ? 'guide.close' : 'guide.open')}
        </Button>
        <LinkButton
          size="sm"
          variant="default"
          to={`/rounds/${round.id}/guide`}
          leftSection={<IconPrinter size="1.2em" aria-hidden="true" />}
        >
          {t('guide.print')}
        </LinkButton>
      </Group>
      {!view.partner ? (
        <Text>{t('guide.later')}</Text>
      ) : writing ? (
        <>
          <Checkbox
            label={t('guide.mine', { name })}
            checked={of.content[mine]}
            onChange={({ currentTarget }) => of.change({ [mine]: currentTarget.checked })}
          />
          <Settled
            settled={theirs}
            words={t(theirs ? 'guide.theirs' : 'guide.notTheirs', { name })}
          />
        </>
      ) : (
        <Told label={t('guide.goneThrough')}>{knows.join(', ')}</Told>
      )}
    </Point>
  );
}
