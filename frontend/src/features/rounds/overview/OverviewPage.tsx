import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { possessive } from '@/lib/text/possessive';
import { today, useFormat } from '@/lib/text/useFormat';
import { LeadersWords } from '../LeadersWords';
import { firstName, otherName } from '../names';
import { nextThing } from '../nextThing';
import { useRound } from '../RoundLayout';
import { GiveUp } from './GiveUp';
import { History } from './History';
import { Invitation } from './Invitation';
import classes from './overview.module.css';
import { Reads } from './Reads';
import { Stages } from './Stages';
import { TalkPlan } from './TalkPlan';
import { WhoSees } from './WhoSees';

type Round = Schemas['RoundView'];

/** Where a round stands, what waits for whom, and what the two can see of each other's. */
export function OverviewPage() {
  const { t, i18n } = useTranslation('rounds');
  const round = useRound();
  if (round.iAm === 'PARTNER' && round.partnerAnswer === 'INVITED') {
    return <Invitation round={round} />;
  }
  return (
    <Page
      width="wide"
      title={
        round.iAm === 'EVALUATEE'
          ? t(round.partner ? 'mineWith' : 'mine', { partner: otherName(round) })
          : t('of', { name: possessive(firstName(round.evaluatee.name), i18n.language) })
      }
    >
      <div className={classes.columns}>
        <div className={classes.now}>
          <Now round={round} />
        </div>
        <Stack gap="xl" className={classes.side ?? ''}>
          {round.status !== 'CANCELLED' && <Stages status={round.status} />}
          <Facts round={round} />
        </Stack>
        <Stack gap="xl" className={classes.rest ?? ''}>
          {round.carriedFocusPoints.length > 0 && (
            <Section title={t('carried')}>
              <List spacing="xs">
                {round.carriedFocusPoints.map((point) => (
                  <List.Item key={point}>{point}</List.Item>
                ))}
              </List>
            </Section>
          )}
          <TalkPlan round={round} />
          <WhoSees round={round} />
          {round.status !== 'PREPARING' && <Reads round={round} />}
          <History round={round} />
          {round.allowedSteps.includes('CANCEL') && <GiveUp round={round} />}
        </Stack>
      </div>
    </Page>
  );
}

/** The step that leads on from each status, whose conditions are what is missing. */
const ONWARD: Partial<Record<Round['status'], Schemas['RoundStep'][]>> = {
  PREPARING: ['CONFIRM', 'START'],
  CONDUCTING: ['FINISH_DIALOGUES'],
  REFLECTING: ['OPEN_DISCUSSION'],
  DISCUSSING: ['APPROVE'],
};

/** No tasks: what is done already, and what only matters to one who ends early. */
const NOT_MISSING = ['ALREADY_CONFIRMED', 'ALREADY_APPROVED', 'FEWER_DIALOGUES_WITHOUT_REASON'];

function missingIn(round: Round): Schemas['Unmet'][] {
  const onward = ONWARD[round.status] ?? [];
  const waiting = round.waitingFor.filter(({ step }) => onward.includes(step));
  const unmet = waiting.flatMap((step) => step.unmet);
  return unmet.filter(
    ({ code }, index) =>
      !NOT_MISSING.includes(code) && unmet.findIndex((other) => other.code === code) === index,
  );
}

function Now({ round }: { round: Round }) {
  const { t } = useTranslation(['rounds', 'home']);
  const format = useFormat();
  const next = nextThing(round);
  const followUp = $api.useQuery(
    'get',
    '/api/v1/rounds/{roundId}/follow-up',
    { params: { path: { roundId: round.id } } },
    { enabled: round.status === 'CONCLUDED' },
  );
  const on = round.status === 'CONCLUDED' ? followUp.data?.on : undefined;
  const later = on !== undefined && on > today();
  const mine = next.mine && !later;
  const missing = missingIn(round);
  return (
    <Section title={t(mine ? 'yourTurn' : 'now')} tone={mine ? 'waits' : 'plain'}>
      {round.status === 'PREPARING' && <LeadersWords of={round} />}
      <Text>
        {on === undefined
          ? t(round.status === 'CANCELLED' ? 'cancelled' : `home:says.${next.what}`, {
              name: otherName(round),
            })
          : t(later ? 'home:followUpOn' : 'home:followUpSince', { date: format.day(on) })}
      </Text>
      {missing.length > 0 && (
        <div>
          <Text c="dimmed">{t('missing')}</Text>
          <List>
            {missing.map(({ code, detail }) => (
              <List.Item key={code}>{detail}</List.Item>
            ))}
          </List>
        </div>
      )}
      {next.what !== 'none' && (
        <div>
          <LinkButton to={next.to} variant={mine ? 'filled' : 'default'}>
            {t(`home:next.${next.what}`)}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}

function Facts({ round }: { round: Round }) {
  const { t } = useTranslation(['rounds', 'agreement']);
  const format = useFormat();
  const facts: [string, React.ReactNode][] = [
    [
      t('fact.guide'),
      <Link key="guide" to={`/rounds/${round.id}/guide`} className={classes.link ?? ''}>
        {round.guide.title}
      </Link>,
    ],
    [t('fact.mode'), t(round.mode === 'WITH_VIDEO' ? 'with.title' : 'without.title')],
  ];
  if (round.periodFrom && round.periodUntil) {
    facts.push([t('fact.period'), format.period(round.periodFrom, round.periodUntil)]);
  }
  if (round.numberOfDialogues !== undefined) {
    facts.push([t('fact.number'), round.numberOfDialogues]);
  }
  const talk = [round.talkAt && format.moment(round.talkAt), round.talkPlace].filter(Boolean);
  if (talk.length) facts.push([t('fact.talk'), talk.join(', ')]);
  return (
    <dl className={classes.facts}>
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
