import { IconEye, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { Section } from '@/components/Section';
import { SectionShapes } from '@/components/Shapes';
import { useGuide } from '@/features/guides';
import { useFormat } from '@/lib/text/useFormat';
import { firstName, otherName } from '../names';
import classes from './overview.module.css';

type Round = Schemas['RoundView'];
type Topics = Schemas['GuideTopic'][];

/** From the discussion on there is a summary. */
const WITH_SUMMARY: Round['status'][] = ['DISCUSSING', 'CONCLUDED', 'FOLLOWED_UP'];

/** What of the reader's the other and HR can read now, in plain sentences. */
export function WhoSees({ round }: { round: Round }) {
  const { t } = useTranslation('rounds');
  const path = { params: { path: { roundId: round.id } } };
  const summary = $api.useQuery('get', '/api/v1/rounds/{roundId}/summary', path, {
    enabled: WITH_SUMMARY.includes(round.status),
  });
  const name = otherName(round);
  const always = (
    <>
      <Seen>{t('sees.agreement', { name })}</Seen>
      {summary.data && <Seen>{t('sees.summary', { name })}</Seen>}
      <OfHr round={round} shared={summary.data?.sharedWithHr ?? false} />
      {round.startedBy && (
        <Seen>{t('sees.startedBy', { name: firstName(round.startedBy.leader.name) })}</Seen>
      )}
      <Unseen>{t('sees.leader')}</Unseen>
    </>
  );
  return (
    <Section title={t('sees.title')}>
      {round.status === 'PREPARING' ? (
        <ul className={classes.seen}>{always}</ul>
      ) : round.iAm === 'EVALUATEE' ? (
        <OfEvaluatee round={round}>{always}</OfEvaluatee>
      ) : (
        <OfPartner round={round}>{always}</OfPartner>
      )}
    </Section>
  );
}

function OfEvaluatee({ round, children }: { round: Round; children: ReactNode }) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const path = { params: { path: { roundId: round.id } } };
  const dialogues = $api.useQuery('get', '/api/v1/rounds/{roundId}/dialogues', path);
  const guide = useGuide(round.guide);
  const name = otherName(round);
  return (
    <Loaded of={[dialogues, guide]} shape={<SectionShapes count={1} lines={2} />}>
      {(all, { topics }) => {
        const shared =
          round.status === 'CANCELLED' ? [] : all.filter((one) => one.sharedTopics.length > 0);
        return (
          <ul className={classes.seen}>
            {shared.map(({ id, label, sharedTopics }) => (
              <Seen key={id}>
                {t('sees.reflection', {
                  name,
                  label,
                  topics: format.list(titles(topics, sharedTopics)),
                })}
              </Seen>
            ))}
            <Unseen>
              {t(shared.length ? 'sees.otherReflections' : 'sees.noReflection', { name })}
            </Unseen>
            {round.mode === 'WITH_VIDEO' && <Unseen>{t('sees.recordings', { name })}</Unseen>}
            {children}
          </ul>
        );
      }}
    </Loaded>
  );
}

function OfPartner({ round, children }: { round: Round; children: ReactNode }) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const path = { params: { path: { roundId: round.id } } };
  const feedback = $api.useQuery('get', '/api/v1/rounds/{roundId}/partner-feedback', path);
  const guide = useGuide(round.guide);
  const name = otherName(round);
  return (
    <Loaded of={[feedback, guide]} shape={<SectionShapes count={1} lines={2} />}>
      {(sheet, { topics }) => {
        const mine = sheet.reader === 'PARTNER' ? sheet.topics : [];
        const questions = mine.filter((one) => one.questionsShared && one.questions.length);
        const words = mine.filter((one) => one.feedbackShared && one.feedback);
        const of = (shared: typeof mine) =>
          format.list(
            titles(
              topics,
              shared.map(({ topic }) => topic),
            ),
          );
        return (
          <ul className={classes.seen}>
            {questions.length ? (
              <Seen>{t('sees.questions', { name, topics: of(questions) })}</Seen>
            ) : (
              <Unseen>{t('sees.noQuestions', { name })}</Unseen>
            )}
            {words.length ? (
              <Seen>{t('sees.feedback', { name, topics: of(words) })}</Seen>
            ) : (
              <Unseen>{t('sees.noFeedback', { name })}</Unseen>
            )}
            <Unseen>{t('sees.notes')}</Unseen>
            {children}
          </ul>
        );
      }}
    </Loaded>
  );
}

function OfHr({ round, shared }: { round: Round; shared: boolean }) {
  const { t } = useTranslation('rounds');
  const name = otherName(round);
  if (!shared) return <Unseen>{t('sees.noHr')}</Unseen>;
  if (round.iAm === 'PARTNER') return <Seen>{t('sees.hrBy', { name })}</Seen>;
  return (
    <Seen>
      {t('sees.hr')}{' '}
      <Link to={`/rounds/${round.id}/follow-up`} className={classes.link ?? ''}>
        {t('sees.takeBack')}
      </Link>
    </Seen>
  );
}

/** In the guide's order and words. */
function titles(topics: Topics, keys: string[]): string[] {
  return topics.filter(({ key }) => keys.includes(key)).map(({ title }) => title);
}

function Seen({ children }: { children: ReactNode }) {
  return (
    <li data-seen="true">
      <IconEye size="1.2em" aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}

function Unseen({ children }: { children: ReactNode }) {
  return (
    <li data-seen="false">
      <IconLock size="1.2em" aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}
