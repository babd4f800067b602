/**
 * A whole evaluation round, from the invitation to the summary that an HR system reads, played by two people and that
 * system through openapi-fetch and the types of the contract. Who they are is said by the environment; otherwise they are
 * those of demo mode. npm install, npm run generate, npm run build, npm start.
 */
import { setTimeout as pause } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];
/** The feed is to be had in other forms, too. */
type Json = 'application/json';
type Api = ReturnType<typeof createClient<paths, Json>>;

const { env } = process;
const baseUrl = env.SERVICE ?? 'http://localhost:8080';
const password = env.PASSWORD ?? 'spejl-demo-2026';

const client = (authorization?: string): Api =>
  createClient<paths, Json>({ baseUrl, headers: authorization ? { Authorization: authorization } : {} });

/** What was answered, or the problem (RFC 9457) as an error. */
async function sent<T>(request: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await request;
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${JSON.stringify(error)}`);
  return data as T;
}

/** As `If-Match` has it. */
const tag = ({ version }: { version: number }) => `"${version}"`;

async function signedIn(email: string): Promise<Api> {
  const token = await sent(client().POST('/api/v1/session', { body: { email, password } }));
  return client(`Bearer ${token.access_token}`);
}

async function hr(): Promise<Api> {
  const secret = `${env.CLIENT_ID ?? 'hr-fjordby'}:${env.CLIENT_SECRET ?? 'spejl-demo-2026'}`;
  const token = await sent(
    client(`Basic ${Buffer.from(secret).toString('base64')}`).POST('/oauth2/token', {
      body: { grant_type: 'client_credentials' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
  );
  return client(`Bearer ${token.access_token}`);
}

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

type Step = `/api/v1/rounds/{roundId}/${'accept' | 'confirm' | 'start'}`;

/** A change carries the version of what it changes: 412 where somebody else came first. */
async function about(api: Api, roundId: string) {
  const round = await sent(api.GET('/api/v1/rounds/{roundId}', { params: { path: { roundId } } }));
  return { path: { roundId }, header: { 'If-Match': tag(round) } };
}

async function step(api: Api, roundId: string, path: Step) {
  await sent(api.POST(path, { params: await about(api, roundId) }));
}

async function agreed(anna: Api, bo: Api): Promise<string> {
  const { id: partnerId } = await sent(bo.GET('/api/v1/me'));
  const [guide] = await sent(anna.GET('/api/v1/guides'));
  if (!guide) throw new Error('There is no guide');
  const { id: roundId } = await sent(
    anna.POST('/api/v1/rounds', {
      // With a key of one's own the request can be sent again where the answer was lost.
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { guideId: guide.id, partnerId, mode: 'WITHOUT_VIDEO' },
    }),
  );
  await step(bo, roundId, '/api/v1/rounds/{roundId}/accept');
  const body: Schemas['ChangeAgreement'] = {
    partnerId,
    iKnowTheGuide: true,
    periodFrom: day(0),
    periodUntil: day(14),
    numberOfDialogues: 1,
    mode: 'WITHOUT_VIDEO',
    method: 'Stikord lige efter dialogen',
    time: 'Torsdag formiddag',
    setting: 'Stillerummet',
    cooperation: 'Vi spørger før vi råder',
  };
  for (const one of [anna, bo]) {
    const path = { roundId };
    const now = await sent(one.GET('/api/v1/rounds/{roundId}/agreement', { params: { path } }));
    const params = { path, header: { 'If-Match': tag(now) } };
    await sent(one.PUT('/api/v1/rounds/{roundId}/agreement', { params, body }));
  }
  for (const one of [anna, bo]) await step(one, roundId, '/api/v1/rounds/{roundId}/confirm');
  await step(anna, roundId, '/api/v1/rounds/{roundId}/start');
  return roundId;
}

async function heldAndReflectedOn(anna: Api, roundId: string) {
  const { id: dialogueId } = await sent(
    anna.POST('/api/v1/rounds/{roundId}/dialogues', {
      params: { path: { roundId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { heldAt: new Date(Date.now() - 300_000).toISOString(), channel: 'COUNTER', label: 'Pas til barn' },
    }),
  );
  await sent(
    anna.POST('/api/v1/rounds/{roundId}/finish-dialogues', { params: await about(anna, roundId), body: {} }),
  );
  const sheet = await sent(
    anna.GET('/api/v1/dialogues/{dialogueId}/reflections', { params: { path: { dialogueId } } }),
  );
  // What has two readers comes in two forms, told apart by `reader`.
  const page = sheet.reader === 'EVALUATEE' ? sheet.reflections[0] : undefined;
  if (!page) throw new Error('There is nothing to reflect on');
  await sent(
    anna.PUT('/api/v1/dialogues/{dialogueId}/reflections/{topic}', {
      params: { path: { dialogueId, topic: page.topic }, header: { 'If-Match': tag(page) } },
      body: { text: 'Jeg så op før borgeren nåede skranken.' },
    }),
  );
  await sent(
    anna.POST('/api/v1/rounds/{roundId}/open-discussion', { params: await about(anna, roundId), body: {} }),
  );
}

async function concluded(anna: Api, bo: Api, roundId: string) {
  const path = { roundId };
  const params = async (api: Api) => {
    const now = await sent(api.GET('/api/v1/rounds/{roundId}/summary', { params: { path } }));
    return { path, header: { 'If-Match': tag(now) } };
  };
  await sent(
    bo.PUT('/api/v1/rounds/{roundId}/summary', {
      params: await params(bo),
      body: {
        workedWell: 'Roen og øjenkontakten fra start',
        focusPoints: ['Slip skærmen mens borgeren taler', 'Lad borgeren opsummere til sidst'],
        learning: 'Vi prøver pausen af på teammødet',
        followUpHow: 'En kop kaffe og et kvarter',
        followUpOn: day(30),
      },
    }),
  );
  for (const one of [anna, bo]) {
    await sent(one.PUT('/api/v1/rounds/{roundId}/summary/approval', { params: await params(one) }));
  }
  return sent(anna.PUT('/api/v1/rounds/{roundId}/summary/sharing', { params: await params(anna) }));
}

/** Page by page from the beginning, and then from the cursor, as a system does that comes back. */
async function pulled(shared: Schemas['SummaryView']): Promise<Schemas['SharedSummary']> {
  const feed = await hr();
  let cursor: string | undefined;
  for (let asked = 0; asked < 50; asked++) {
    const page = await sent(feed.GET('/api/v1/summaries', { params: { query: { cursor, limit: 10 } } }));
    const found = page.summaries.find((one) => one.concludedAt === shared.concludedAt);
    if (found) return found;
    cursor = page.cursor;
    if (!page.more) await pause(200); // a system would come back after minutes
  }
  throw new Error('The summary has not come');
}

const anna = await signedIn(env.EVALUATEE ?? 'anna@fjordby.example');
const bo = await signedIn(env.PARTNER ?? 'bo@fjordby.example');
const roundId = await agreed(anna, bo);
await heldAndReflectedOn(anna, roundId);
const summary = await pulled(await concluded(anna, bo, roundId));
console.log(`HR has read the summary of ${summary.name}`);
