/** What earlier journeys were told is saved, to see that it still is after a restart or a crash. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './client.mjs';
import { Deviation, NoAnswer, expectSame, inWords } from './tell.mjs';
import { ANNA, BO, HR, PASSWORD } from './session.mjs';
import { finalSummary, REFLECTIONS, SECOND_DIALOGUE_NEEDS } from './texts.mjs';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..');

export const MEMORY = process.env.JOURNEY_MEMORY || join(REPOSITORY, '.data', 'journey.json');

/** Reads every remembered journey back and compares it. Answers the sentence to print. */
export async function checkMemory(root) {
  const journeys = await remembered();
  if (journeys.length === 0) {
    return 'Remembered from earlier journeys: none yet.';
  }
  const readers = { anna: new Client(root, 'Anna'), bo: new Client(root, 'Bo'), hr: new Client(root, 'HR') };
  await readers.anna.signIn(ANNA, PASSWORD);
  await readers.bo.signIn(BO, PASSWORD);
  await readers.hr.signInAsMachine(HR, PASSWORD);
  const { summaries: rows } = await readers.hr.follow('/summaries?limit=100');
  for (const { playedAt, ids, facts } of journeys) {
    const difference = await compare(readers, ids, facts, rows);
    if (difference) {
      throw new Deviation(`The journey of ${playedAt} (round ${ids.roundId}) is not as it was left: ${difference} `
        + `If the database was emptied on purpose, remove ${MEMORY} and play again.`);
    }
  }
  await readers.anna.signOut();
  await readers.bo.signOut();
  return `Remembered from earlier journeys: ${journeys.length}, all there, word for word.`;
}

/** Reads this journey back whole, compares it with what was written, and keeps it for the next one. */
export async function remember(world) {
  const { anna, bo, hr, roundId, nextRoundId, hrSummaryId } = world;
  const ids = { roundId, nextRoundId, hrSummaryId };
  const { summaries: rows } = await hr.follow('/summaries?limit=100');
  // Through JSON and back, as it will be when it is compared: what is undefined is left out.
  const facts = JSON.parse(JSON.stringify(await readBack({ anna, bo }, ids, rows)));
  expectSame('The statuses read back', [facts.round.status, facts.next.status], ['FOLLOWED_UP', 'CANCELLED']);
  for (const [topic, words] of Object.entries(REFLECTIONS)) {
    const { text, moments } = facts.dialogues[0].reflections.find((page) => page.topic === topic);
    expectSame(`The reflection on ${topic} read back`, { text, moments }, words);
  }
  expectSame('The reflection on the second dialogue read back',
    facts.dialogues[1].reflections.find((page) => page.topic === 'needs').text, SECOND_DIALOGUE_NEEDS);
  expectSame('The summary read back', { ...facts.summary, ...finalSummary() }, facts.summary);
  await keep({ playedAt: new Date().toISOString(), ids, facts });
}

async function compare(readers, ids, facts, hrRows) {
  try {
    return firstDifference(facts, await readBack(readers, ids, hrRows), '');
  } catch (error) {
    if (error instanceof Deviation && !(error instanceof NoAnswer)) return error.message;
    throw error;
  }
}

/** All that the round holds, as its owners read it, without what depends on the reader's language or the moment. */
async function readBack({ anna, bo }, { roundId, nextRoundId, hrSummaryId }, hrRows) {
  const round = `/rounds/${roundId}`;
  const dialogues = await anna.get(`${round}/dialogues`);
  for (const dialogue of dialogues) {
    dialogue.reflections = (await anna.get(`/dialogues/${dialogue.id}/reflections`)).reflections;
  }
  const readByBo = await bo.get(`${round}/dialogues`);
  for (const dialogue of readByBo) {
    dialogue.reflections = (await bo.get(`/dialogues/${dialogue.id}/reflections`)).reflections;
  }
  const { openPoints, ...agreement } = await anna.get(`${round}/agreement`);
  return {
    round: lasting(await anna.get(round)),
    agreement,
    dialogues,
    readByBo,
    feedback: await bo.get(`${round}/partner-feedback`),
    feedbackReadByAnna: await anna.get(`${round}/partner-feedback`),
    summary: await anna.get(`${round}/summary`),
    followUp: await anna.get(`${round}/follow-up`),
    history: await anna.get(`${round}/history`),
    next: lasting(await anna.get(`/rounds/${nextRoundId}`)),
    readByHr: hrRows.find((row) => row.id === hrSummaryId),
  };
}

function lasting({ allowedSteps, waitingFor, guide, ...round }) {
  return { ...round, guide: { id: guide.id, version: guide.version } };
}

/**
 * The first thing remembered that is missing or different now, in words; nothing when all is there. Fields
 * that a newer version of the product adds are no difference, rows that were not there before are.
 */
function firstDifference(then, now, path) {
  if (then === null || typeof then !== 'object') {
    return Object.is(then, now) ? undefined : `${path} was ${inWords(then)} and is ${inWords(now)}.`;
  }
  if (now === null || typeof now !== 'object') {
    return `${path} was ${inWords(then)} and is ${inWords(now)}.`;
  }
  if (Array.isArray(then) && then.length !== now.length) {
    return `${path} had ${then.length} rows and has ${now.length}.`;
  }
  for (const key of Object.keys(then)) {
    const found = firstDifference(then[key], now[key], path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

async function remembered() {
  let text;
  try {
    text = await readFile(MEMORY, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  try {
    return JSON.parse(text).journeys;
  } catch {
    throw new Deviation(`${MEMORY} is not readable as the memory of journeys; remove it and play again.`);
  }
}

/** A journey cut off while writing must not cost the memory of the ones before. */
async function keep(journey) {
  const journeys = [...await remembered(), journey];
  await mkdir(dirname(MEMORY), { recursive: true });
  const draft = `${MEMORY}.${process.pid}.tmp`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(`${JSON.stringify({ journeys }, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, MEMORY);
}
