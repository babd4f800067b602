import { Person, people, type Schemas, type Who } from './person';
import { day } from './round';

/** Colleagues nobody else works with, in a team of their own that a leader moves to. Answers the team. */
export async function aTeam(
  administrator: Who,
  leader: Who,
  team: string,
  names: string[],
  members: Who[] = [],
): Promise<Schemas['TeamRef']> {
  const domain = people[leader].email.split('@')[1];
  const place = team.toLowerCase().replaceAll(' ', '-');
  const rows = [
    ...[leader, ...members].map((who) => [people[who].name, people[who].email]),
    ...names.map((name, at) => [name, `${place}-${at}@${domain}`]),
  ].map((cells) => [...cells, team].join(';'));
  await (await Person.signIn(administrator)).bringsIn(['navn;e-mail;team', ...rows].join('\r\n'));
  const { leads } = await (await Person.signIn(leader)).get<Schemas['MeView']>('/me');
  const led = leads.find(({ name }) => name === team);
  if (!led) throw new Error(`${leader} does not lead ${team}`);
  return led;
}

/** So many names of people, each once. */
export function names(count: number): string[] {
  const first = ['Agnes', 'Bjarke', 'Clara', 'Dagmar', 'Emil', 'Freja', 'Gustav', 'Hanne'];
  const last = ['Abildgaard', 'Bang', 'Clemmensen', 'Drejer', 'Enevoldsen'];
  return Array.from(
    { length: count },
    (_, at) => `${first[at % 8]} ${last[Math.floor(at / 8) % 5]}`,
  );
}

/** Rounds for all of a team, who choose their partners themselves, once. Answers the series. */
export async function aSeries(leader: Who, team: Schemas['TeamRef']): Promise<string> {
  const person = await Person.signIn(leader);
  const [begun] = await person.get<Schemas['SeriesRow'][]>('/series');
  if (begun) return begun.id;
  const [guide] = await person.get<Schemas['GuideRow'][]>('/guides');
  const settings = {
    guideId: guide?.id,
    mode: 'WITHOUT_VIDEO',
    periodFrom: day(-3),
    periodUntil: day(14),
    numberOfDialogues: 3,
    pairing: 'THEMSELVES',
    message: 'Jeg glæder mig til at høre hvad I tager med videre.',
  };
  const { rounds } = await person.create<Schemas['SeriesPlan']>(
    `/teams/${team.id}/series/preview`,
    settings,
  );
  const { id } = await person.create<Schemas['SeriesView']>(`/teams/${team.id}/series`, {
    ...settings,
    rounds: rounds.map(({ evaluatee }) => ({ evaluateeId: evaluatee.id })),
  });
  return id;
}
