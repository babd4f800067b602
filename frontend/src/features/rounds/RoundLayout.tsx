import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useOutletContext, useParams } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { Loaded } from '@/components/Loaded';
import { PageLinks } from '@/components/PageLinks';
import { PageShape } from '@/components/Shapes';
import { possessive } from '@/lib/text/possessive';
import { Presence, useLive } from './live';
import { firstName, otherName } from './names';
import classes from './RoundLayout.module.css';

type Round = Schemas['RoundView'];

/** A round's frame: whose it is, where it stands, the way between its pages, and who else is here. */
export function RoundLayout() {
  const { roundId = '' } = useParams();
  const round = $api.useQuery('get', '/api/v1/rounds/{roundId}', { params: { path: { roundId } } });
  return (
    <Loaded of={[round]} shape={<PageShape />}>
      {(found) => <Frame key={found.id} round={found} />}
    </Loaded>
  );
}

/** The round whose page this is. */
export function useRound(): Round {
  return useOutletContext<Round>();
}

function Frame({ round }: { round: Round }) {
  const { t, i18n } = useTranslation(['rounds', 'app']);
  const present = useLive(round.id);
  const name = firstName(round.evaluatee.name);
  return (
    <Presence value={present}>
      <Stack gap="xl">
        <div className="no-print">
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              <Link to="/" className={classes.up ?? ''}>
                {t('app:home')}
              </Link>
              {' / '}
              {round.iAm === 'EVALUATEE'
                ? t(round.partner ? 'mineWith' : 'mine', { partner: otherName(round) })
                : t('of', { name: possessive(name, i18n.language) })}
            </Text>
            <Group gap="xs">
              {present.map(({ person }) => (
                <Badge key={person.id} variant="outline" color="plum" tt="none" size="lg">
                  {t('isHere', { name: firstName(person.name) })}
                </Badge>
              ))}
              <Badge
                variant="outline"
                color="gray"
                c="var(--mantine-color-text)"
                tt="none"
                size="lg"
              >
                {t(`app:status.${round.status}`)}
              </Badge>
            </Group>
          </Group>
          <PageLinks
            label={t('pages')}
            pages={pagesOf(round).map(([page, label]) => [
              `/rounds/${round.id}${page}`,
              t(`page.${label}`),
            ])}
          />
        </div>
        <Outlet context={round} />
      </Stack>
    </Presence>
  );
}

type PageName = 'overview' | 'agreement' | 'dialogues' | 'preparation' | 'talk' | 'followUp';

/** The pages that there is something on, for this reader at this stage. */
export function pagesOf(
  round: Pick<Round, 'status' | 'iAm' | 'partnerAnswer'>,
): [string, PageName][] {
  const pages: [string, PageName][] = [['', 'overview']];
  if (round.iAm === 'PARTNER' && round.partnerAnswer !== 'ACCEPTED') return pages;
  pages.push(['/agreement', 'agreement']);
  if (round.status === 'PREPARING' || round.status === 'CANCELLED') return pages;
  if (round.iAm === 'EVALUATEE') pages.push(['/dialogues', 'dialogues']);
  else pages.push(['/preparation', 'preparation']);
  if (round.status === 'CONDUCTING' || round.status === 'REFLECTING') return pages;
  pages.push(['/talk', 'talk']);
  if (round.status !== 'DISCUSSING') pages.push(['/follow-up', 'followUp']);
  return pages;
}
