import pg from 'pg';
import { databaseIn } from '../service/database.mjs';

/** How many of a team did what in a quarter that is over. */
interface Quarter {
  tookPart: number;
  soon: number;
  followedUp: number;
  /** The others who took part work on their welcome. */
  onNeeds: number;
  keptGoing: number;
  letGo: number;
}

const quarter = (
  tookPart: number,
  soon: number,
  onNeeds: number,
  followedUp: number,
  keptGoing: number,
  letGo: number,
): Quarter => ({ tookPart, soon, onNeeds, followedUp, keptGoing, letGo });

/** Newest first. */
const OF_THE_TEAM = [
  quarter(12, 7, 7, 12, 7, 5),
  quarter(7, 7, 5, 6, 6, 2),
  quarter(5, 3, 5, 0, 0, 0),
];

/** Other teams of the organisation, with how many are in them. */
const OTHERS: [team: string, people: number, quarters: Quarter[]][] = [
  ['Håndkøbet', 24, [quarter(17, 9, 10, 12, 7, 5), quarter(12, 6, 7, 10, 5, 5)]],
  ['Natvagten', 14, [quarter(12, 6, 6, 12, 6, 5), quarter(12, 5, 7, 11, 6, 5)]],
];

/**
 * Rounds that people have had in quarters that are over, some of this team and some of others in its organisation. They are
 * written past the service, which lets nobody date anything back; what it then says of them is its own.
 */
export async function aPast(team: string): Promise<void> {
  const { port, password } = databaseIn(process.env.DIALOGSPEJL_E2E_DATA ?? '');
  const database = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password,
  });
  await database.connect();
  try {
    await database.query('begin');
    // Nobody is to be told of it.
    await database.query('set local session_replication_role = replica');
    for (const [name, people, quarters] of OTHERS) {
      await database.query(
        `with made as (
           insert into team (organisation_id, id, name)
           select organisation_id, gen_random_uuid(), $2 from team where name = $1 returning *)
         insert into person (organisation_id, id, name, team_id, roles, active)
         select organisation_id, gen_random_uuid(), $2 || ' ' || n, id, array ['EMPLOYEE'], true
         from made, generate_series(1, $3) n`,
        [team, name, people],
      );
      await had(database, name, quarters);
    }
    await had(database, team, OF_THE_TEAM);
    await database.query('commit');
  } finally {
    await database.end();
  }
}

async function had(database: pg.Client, team: string, quarters: Quarter[]): Promise<void> {
  for (const [ago, did] of quarters.entries()) {
    await database.query(ROUNDS, [
      team,
      ago,
      did.tookPart,
      did.soon,
      did.followedUp,
      did.onNeeds,
      did.keptGoing,
      did.letGo,
    ]);
  }
}

const ROUNDS = `
  with crowd as (
    select p.organisation_id, p.id, gen_random_uuid() as round, gen_random_uuid() as summary,
      row_number() over named as n, coalesce(lead(p.id) over named, first_value(p.id) over named) as partner,
      date_trunc('quarter', now()) - interval '3 months' * ($2::int + 1) + interval '50 days' as at
    from person p join team t on t.organisation_id = p.organisation_id and t.id = p.team_id
    where t.name = $1 and p.active and not 'LEADER' = any (p.roles)
    window named as (order by p.name, p.id)
  ), those as (
    select * from crowd where n <= greatest($3::int, $5::int)
  ), begun as (
    insert into round (organisation_id, id, version, kind, status, evaluatee_id, partner_id, partner_answer,
      guide_version_id, evaluatee_knows_guide, partner_knows_guide, mode, carried_focus_points, talk_sequence, created_at)
    select c.organisation_id, c.round, 1, 'SELF_EVALUATED', case when n <= $5 then 'FOLLOWED_UP' else 'CONCLUDED' end,
      c.id, c.partner, 'ACCEPTED', v.id, true, true, 'WITHOUT_VIDEO', '{}', 0,
      at - interval '1 day' * case when n <= $4::int then 30 else 70 end
    from those c
    join guide g on g.organisation_id = c.organisation_id and g.built_in_key = 'pharmacy-counter'
    join guide_version v on v.organisation_id = g.organisation_id and v.guide_id = g.id and v.number = 1
  ), steps as (
    insert into step_taken (organisation_id, id, round_id, step, from_status, to_status, taken_by_id, taken_at)
    select organisation_id, gen_random_uuid(), round, 'CONCLUDE', 'DISCUSSING', 'CONCLUDED', id, at
    from those where n <= $3
    union all
    select organisation_id, gen_random_uuid(), round, 'CLOSE', 'CONCLUDED', 'FOLLOWED_UP', id, at + interval '30 days'
    from those where n <= $5
  ), summaries as (
    insert into summary (organisation_id, id, round_id, revision, worked_well, learning, follow_up_how, concluded_at,
      follow_up_revision)
    select organisation_id, summary, round, 1, 'Roen fra start.', 'Pausen virker.', 'Over en kop kaffe.', at, 0
    from those
  )
  insert into focus_point (organisation_id, id, summary_id, position, text, note, topic, status)
  select organisation_id, gen_random_uuid(), summary, position, 'Slip skærmen mens kunden taler', '',
    case when position = 1 then null when n <= $6::int then 'needs' else 'welcome' end,
    case when n > $5 then null
      when position = 0 and n <= $7::int then 'KEPT_GOING'
      when position = 1 and n > $5 - $8::int then 'LET_GO'
      else 'IN_PROGRESS' end
  from those, generate_series(0, 1) position`;
