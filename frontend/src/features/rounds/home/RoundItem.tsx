import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '@/components/LinkButton';
import { possessive } from '@/lib/text/possessive';
import { today, useFormat } from '@/lib/text/useFormat';
import { LeadersWords } from '../LeadersWords';
import { firstName, otherName } from '../names';
import classes from './home.module.css';
import type { Standing } from './useStanding';

interface Props {
  of: Standing;
  /** Whether this is the page's one thing to do. */
  first: boolean;
}

/** One round: whose it is, where it stands, and the way on. */
export function RoundItem({ of: { round, next, followUpOn }, first }: Props) {
  const { t } = useTranslation(['home', 'app']);
  const format = useFormat();
  const name = otherName(round);
  const facts = [
    t(`app:status.${round.status}`),
    round.guide.title,
    ...(round.mode === 'WITH_VIDEO' ? [t('withVideo')] : []),
    ...(round.iAm === 'PARTNER' ? [t('youArePartner')] : []),
  ];
  const says =
    followUpOn === undefined
      ? t(`says.${next.what === 'answer' && round.startedBy ? 'suggested' : next.what}`, { name })
      : t(followUpOn > today() ? 'followUpOn' : 'followUpSince', { date: format.day(followUpOn) });
  return (
    <li className={classes.round}>
      <Stack gap={2} flex="1 1 18rem" miw={0}>
        <Title order={3}>
          <RoundLink round={round} />
        </Title>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        {round.status === 'PREPARING' && <LeadersWords of={round} />}
        <Text mt={4}>
          {says}
          {next.what === 'hold' &&
            round.periodFrom &&
            round.periodUntil &&
            ` ${t('period', { period: format.period(round.periodFrom, round.periodUntil) })}`}
        </Text>
      </Stack>
      <LinkButton
        to={next.to}
        variant={first ? 'filled' : 'default'}
        aria-label={`${t(`next.${next.what}`)}: ${name}`}
      >
        {t(`next.${next.what}`)}
      </LinkButton>
    </li>
  );
}

/** The way to a round, by whose it is. */
export function RoundLink({ round }: { round: Standing['round'] }) {
  const { t, i18n } = useTranslation('home');
  return (
    <Link to={`/rounds/${round.id}`} className={classes.link ?? ''}>
      {round.iAm === 'EVALUATEE'
        ? t(round.partner ? 'mineWith' : 'mine', { name: otherName(round) })
        : t('of', { name: possessive(firstName(round.evaluatee.name), i18n.language) })}
    </Link>
  );
}
