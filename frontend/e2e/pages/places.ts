import { aPast } from '../people/past';
import { Person, type Schemas, type Who } from '../people/person';
import { aRound, type Begun } from '../people/round';
import { aSeries, aTeam, names } from '../people/team';

/** A page as somebody has it in front of them. */
export interface Place {
  /** For the file of its picture. */
  name: string;
  /** Undefined for somebody who has not signed in. */
  who?: Who;
  path: () => Promise<string>;
  /** What the service answers where the page tells of a refusal; the browser writes that to its console. */
  refusal?: number;
}

type Row = Schemas['RoundRow'];

/** A demo round of somebody's, of which they are that, at that stage. */
async function demoRound(who: Who, status: Row['status'], iAm: Row['iAm'] = 'EVALUATEE') {
  const person = await Person.signIn(who);
  const rounds = await person.get<Row[]>('/rounds?limit=50');
  // The oldest: what the journeys begin meanwhile is newer.
  const round = rounds.filter((row) => row.status === status && row.iAm === iAm).at(-1);
  if (!round) throw new Error(`${who} has no round that is ${status}`);
  return { person, id: round.id };
}

const demo =
  (page: string, who: Who, status: Row['status'], iAm?: Row['iAm']): Place['path'] =>
  async () =>
    `/rounds/${(await demoRound(who, status, iAm)).id}${page}`;

const begun = new Map<string, Promise<Begun>>();

/** A round that has come that far and holds nothing more than it must. */
function blank(until: 'PREPARING' | 'CONDUCTING' | 'REFLECTING' | 'DISCUSSING'): Promise<Begun> {
  const there = begun.get(until) ?? aRound({ evaluatee: 'soeren', partner: 'torben', until });
  begun.set(until, there);
  return there;
}

async function reflectionOfAnna(): Promise<string> {
  const { person, id } = await demoRound('anna', 'REFLECTING');
  const [first] = await person.get<Schemas['OwnDialogue'][]>(`/rounds/${id}/dialogues`);
  return `/rounds/${id}/dialogues/${first?.id}`;
}

let started: Promise<string> | undefined;

/** What Gitte has started for a team of hers. */
function seriesOfGitte(): Promise<string> {
  started ??= aTeam('ole', 'gitte', 'Kundecenter', names(12)).then((team) =>
    aSeries('gitte', team),
  );
  return started;
}

/** Figures of a team, where there is a database to write its past in. */
const insight: Place[] = process.env.DIALOGSPEJL_E2E_DATA
  ? [
      {
        name: 'insight',
        who: 'gitte',
        path: async () => {
          await seriesOfGitte();
          await aPast('Kundecenter');
          return '/team/insight';
        },
      },
    ]
  : [];

let learnt: Promise<unknown> | undefined;

/** Anna has shared a sentence with her team, under her name. */
async function learningOfAnna(): Promise<string> {
  learnt ??= (async () => {
    const { person, id } = await demoRound('anna', 'FOLLOWED_UP');
    const path = `/rounds/${id}/learning`;
    const { version, state } = await person.get<Schemas['LearningView']>(path);
    const sentence = 'Når jeg holder en pause efter spørgsmålet, fortæller borgeren mere.';
    if (state === 'NOT_RELEASED')
      await person.change('PUT', path, version, { sentence, named: true });
  })();
  await learnt;
  return '/team/learning';
}

/** The first person or team that an administrator finds so. */
async function inDirectory(what: 'people' | 'teams', query: string): Promise<string> {
  const torben = await Person.signIn('torben');
  const [first] = await torben.get<{ id: string }[]>(`/directory/${what}?${query}`);
  return `/administration/${what}/${first?.id}`;
}

/** Something was administered, and somebody refused. */
async function audited(): Promise<string> {
  const torben = await Person.signIn('torben');
  const { version, ...terms } = await torben.get<Schemas['RetentionView']>('/retention');
  await torben.change('PUT', '/retention', version, terms);
  const anna = await Person.signIn('anna');
  await anna.get('/audit').catch(() => undefined);
  return '/administration/audit';
}

let copied: Promise<string> | undefined;

/** A draft of Ole's, copied from a guide that is built in. */
function draftOfOle(): Promise<string> {
  copied ??= (async () => {
    const ole = await Person.signIn('ole');
    const guides = await ole.get<Schemas['ManagedGuideRow'][]>('/managed-guides');
    const called = (name: string) => guides.find(({ title }) => title === name)?.id;
    const made = called('Kopi af Ved apotekets skranke');
    if (made) return made;
    const copyOf = called('Ved apotekets skranke');
    return (await ole.create<Schemas['ManagedGuide']>('/managed-guides', { copyOf })).id;
  })();
  return copied;
}

const draft =
  (page: string): Place['path'] =>
  async () =>
    `/administration/guides/${await draftOfOle()}${page}`;

/** Every page, in its typical and in its empty state. */
export const places: Place[] = [
  { name: 'sign-in', path: async () => '/' },
  { name: 'forgotten', path: async () => '/forgotten' },
  { name: 'unsubscribe', path: async () => '/unsubscribe#a.b' },
  { name: 'link-not-good', path: async () => '/link#a.b.c', refusal: 410 },
  { name: 'home', who: 'anna', path: async () => '/' },
  { name: 'home-empty', who: 'signe', path: async () => '/' },
  { name: 'home-first-time', who: 'karen', path: async () => '/' },
  { name: 'me', who: 'anna', path: async () => '/me' },
  { name: 'people', who: 'torben', path: async () => '/administration/people' },
  {
    name: 'people-none',
    who: 'torben',
    path: async () => '/administration/people?role=FACILITATOR&state=DEACTIVATED',
  },
  { name: 'person', who: 'torben', path: () => inDirectory('people', 'query=anna') },
  { name: 'invitations', who: 'torben', path: async () => '/administration/people/invitations' },
  { name: 'erasures', who: 'torben', path: async () => '/administration/people/erasures' },
  { name: 'teams', who: 'torben', path: async () => '/administration/teams' },
  { name: 'team-kept', who: 'torben', path: () => inDirectory('teams', 'limit=1') },
  { name: 'people-import', who: 'torben', path: async () => '/administration/people/import' },
  { name: 'guides-none', who: 'torben', path: async () => '/administration/guides' },
  {
    name: 'guides',
    who: 'ole',
    path: async () => {
      await draftOfOle();
      return '/administration/guides';
    },
  },
  { name: 'own-guide', who: 'ole', path: draft('') },
  { name: 'own-guide-topic', who: 'ole', path: draft('/topics/welcome') },
  { name: 'own-guide-preview', who: 'ole', path: draft('/preview') },
  { name: 'api-clients', who: 'torben', path: async () => '/administration/api-clients' },
  { name: 'webhooks', who: 'torben', path: async () => '/administration/webhooks' },
  {
    name: 'team',
    who: 'gitte',
    path: async () => {
      await seriesOfGitte();
      return '/team';
    },
  },
  { name: 'learning', who: 'bo', path: learningOfAnna },
  { name: 'learning-empty', who: 'ellen', path: async () => '/team/learning' },
  { name: 'insight-empty', who: 'soeren', path: async () => '/team/insight' },
  ...insight,
  { name: 'team-empty', who: 'ellen', path: async () => '/team' },
  { name: 'team-start', who: 'ellen', path: async () => '/team/start' },
  { name: 'team-series', who: 'gitte', path: async () => `/team/series/${await seriesOfGitte()}` },
  { name: 'rules', who: 'torben', path: async () => '/administration/rules' },
  { name: 'audit', who: 'torben', path: audited },
  {
    name: 'audit-none',
    who: 'torben',
    path: async () => '/administration/audit?what=people&until=2020-01-01',
  },
  { name: 'notifications', who: 'anna', path: async () => '/notifications' },
  { name: 'start', who: 'karen', path: async () => '/rounds/new' },
  { name: 'overview', who: 'anna', path: demo('', 'anna', 'REFLECTING') },
  { name: 'overview-invited', who: 'bo', path: demo('', 'bo', 'PREPARING', 'PARTNER') },
  { name: 'overview-cancelled', who: 'rasmus', path: demo('', 'rasmus', 'CANCELLED') },
  { name: 'agreement', who: 'kirsten', path: demo('/agreement', 'kirsten', 'PREPARING') },
  { name: 'agreement-declined', who: 'kasper', path: demo('/agreement', 'kasper', 'PREPARING') },
  {
    name: 'agreement-empty',
    who: 'soeren',
    path: async () => `/rounds/${(await blank('PREPARING')).id}/agreement`,
  },
  { name: 'agreement-settled', who: 'anna', path: demo('/agreement', 'anna', 'REFLECTING') },
  { name: 'guide', who: 'anna', path: demo('/guide', 'anna', 'REFLECTING') },
  { name: 'guide-partner', who: 'bo', path: demo('/guide', 'bo', 'REFLECTING', 'PARTNER') },
  { name: 'dialogues', who: 'mette', path: demo('/dialogues', 'mette', 'CONDUCTING') },
  {
    name: 'dialogues-empty',
    who: 'soeren',
    path: async () => `/rounds/${(await blank('CONDUCTING')).id}/dialogues`,
  },
  { name: 'dialogues-reflecting', who: 'anna', path: demo('/dialogues', 'anna', 'REFLECTING') },
  { name: 'reflection', who: 'anna', path: reflectionOfAnna },
  {
    name: 'reflection-empty',
    who: 'soeren',
    path: async () => {
      const { id, dialogueId } = await blank('REFLECTING');
      return `/rounds/${id}/dialogues/${dialogueId}`;
    },
  },
  { name: 'preparation', who: 'bo', path: demo('/preparation', 'bo', 'REFLECTING', 'PARTNER') },
  {
    name: 'preparation-empty',
    who: 'torben',
    path: async () => `/rounds/${(await blank('REFLECTING')).id}/preparation`,
  },
  { name: 'talk', who: 'henrik', path: demo('/talk', 'henrik', 'DISCUSSING') },
  { name: 'talk-partner', who: 'anna', path: demo('/talk', 'anna', 'DISCUSSING', 'PARTNER') },
  {
    name: 'talk-empty',
    who: 'soeren',
    path: async () => `/rounds/${(await blank('DISCUSSING')).id}/talk`,
  },
  { name: 'summary', who: 'birgitte', path: demo('/talk', 'birgitte', 'CONCLUDED') },
  { name: 'follow-up', who: 'birgitte', path: demo('/follow-up', 'birgitte', 'CONCLUDED') },
  { name: 'follow-up-done', who: 'anna', path: demo('/follow-up', 'anna', 'FOLLOWED_UP') },
  {
    name: 'follow-up-partner',
    who: 'bo',
    path: demo('/follow-up', 'bo', 'FOLLOWED_UP', 'PARTNER'),
  },
  { name: 'not-found', who: 'anna', path: async () => '/nowhere' },
];
