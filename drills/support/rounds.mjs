/** Rounds as drills need them, brought there through the API. */
import { randomUUID } from 'node:crypto';

/** A day so many days from now, as the service writes days. */
export const day = (days) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Takes a step of a round as it stands. */
export async function step(person, roundId, name, body) {
  const { etag } = await person.does('GET', `/rounds/${roundId}`);
  return person.does('POST', `/rounds/${roundId}/${name}`, { ifMatch: etag, body });
}

/** What begins a round with that partner. */
export async function plan(mine, other) {
  const [{ id: guideId }] = (await mine.does('GET', '/guides')).body;
  const { id: partnerId } = (await other.does('GET', '/me')).body;
  return { guideId, partnerId, mode: 'WITHOUT_VIDEO', periodFrom: day(-7), periodUntil: day(14), numberOfDialogues: 1 };
}

/** A whole summary with something in it to know it by. */
export const summaryWith = (mark) => ({
  workedWell: `${mark} Roen fra start.`,
  focusPoints: [`${mark} Slip skærmen`, `${mark} Lad borgeren opsummere`],
  learning: `${mark} Vi prøver pausen af på teammødet.`,
  followUpHow: `${mark} En kop kaffe og et kvarter`,
  followUpOn: day(30),
});

const STAGES = ['REFLECTING', 'DISCUSSING', 'CONCLUDED'];

/**
 * Begins a round of `mine`'s with `other`, and takes it as far as that.
 *
 * @param until one of STAGES
 * @returns the ids of the round and of its one dialogue
 */
export async function aRound(mine, other, until) {
  const begun = await plan(mine, other);
  const { id } = (await mine.does('POST', '/rounds', { key: randomUUID(), body: begun })).body;
  await step(other, id, 'accept');
  const { guideId: _, ...agreed } = begun;
  const words = { method: 'Stikord.', time: 'Torsdag', setting: 'Mødelokalet', cooperation: 'Vi spørger først.' };
  for (const person of [mine, other]) {
    const { etag } = await person.does('GET', `/rounds/${id}/agreement`);
    await person.does('PUT', `/rounds/${id}/agreement`, { ifMatch: etag, body: { ...agreed, ...words, iKnowTheGuide: true } });
  }
  await step(mine, id, 'confirm');
  await step(other, id, 'confirm');
  await step(mine, id, 'start');
  const heldAt = new Date(Date.now() - 3_600_000).toISOString();
  const held = { heldAt, channel: 'COUNTER', label: 'Pas til barn' };
  const dialogueId = (await mine.does('POST', `/rounds/${id}/dialogues`, { key: randomUUID(), body: held })).body.id;
  await step(mine, id, 'finish-dialogues', {});
  const stage = STAGES.indexOf(until);
  if (stage > 0) await open(mine, id, dialogueId);
  if (stage > 1) await conclude(mine, other, id);
  return { id, dialogueId };
}

async function open(mine, id, dialogueId) {
  const reflections = `/dialogues/${dialogueId}/reflections`;
  const [first] = (await mine.does('GET', reflections)).body.reflections;
  const text = 'Jeg så op før borgeren havde sat sig.';
  await mine.does('PUT', `${reflections}/${first.topic}`, { ifMatch: `"${first.version}"`, body: { text, moments: [] } });
  const { etag } = await mine.does('GET', `/dialogues/${dialogueId}/sharing`);
  await mine.does('PUT', `/dialogues/${dialogueId}/sharing`, { ifMatch: etag, body: { topics: [first.topic] } });
  await step(mine, id, 'open-discussion', { talkAt: `${day(1)}T12:00:00Z`, talkPlace: 'Stillerummet' });
}

async function conclude(mine, other, id) {
  const summary = `/rounds/${id}/summary`;
  let { etag } = await mine.does('GET', summary);
  ({ etag } = await mine.does('PUT', summary, { ifMatch: etag, body: summaryWith('') }));
  for (const person of [mine, other]) ({ etag } = await person.does('PUT', `${summary}/approval`, { ifMatch: etag }));
}
