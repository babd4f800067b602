/** What became of it all, the end of the round, and the next one. */
import { newKey } from './client.mjs';
import { chapter, detail, expectSame, expectTrue, step, unmet } from './tell.mjs';
import { CANCEL_REASON, FEWER_REASON, finalSummary, OUTCOMES } from './texts.mjs';

export async function followingUp(world) {
  chapter('Follow-up');
  const { anna, bo, roundId } = world;
  const followUp = `/rounds/${roundId}/follow-up`;

  await step('Bo notes what became of the first thing, and is not sure of the rest', async () => {
    const before = await bo.get(followUp);
    expectSame('The things to follow up', before.focusPoints.map((point) => point.text), finalSummary().focusPoints);
    const outcomes = [OUTCOMES[0], { note: '' }, { note: '' }];
    const written = await bo.put(followUp, { outcomes });
    return written.focusPoints.map((point) => point.status ?? 'open').join(', ');
  });
  await step('Anna wants to close the round and is told what is missing', async () => {
    const problem = await anna.cannotMove(roundId, 'close', 'step-not-possible');
    expectSame('What is missing', unmet(problem), ['FOCUS_POINTS_WITHOUT_STATUS', 'RECORDINGS_NOT_DELETED']);
    return unmet(problem).join(', ');
  });
  await step('Anna notes the rest', async () => {
    await anna.get(followUp);
    const written = await anna.put(followUp, { outcomes: OUTCOMES });
    expectSame('What became of them', written.focusPoints.map(({ status, note }) => ({ status, note })), OUTCOMES);
    return OUTCOMES.map((outcome) => outcome.status).join(', ');
  });
  await step('The recordings are still there, so the round stays open', async () => {
    const problem = await anna.cannotMove(roundId, 'close', 'step-not-possible');
    expectSame('What is missing', unmet(problem), ['RECORDINGS_NOT_DELETED']);
    return unmet(problem).join(', ');
  });
  await step('Anna deletes the recordings from her phone and confirms it', async () => {
    const recorded = (await anna.get(`/rounds/${roundId}/dialogues`)).filter((one) => one.recording.consented);
    expectSame('The number of recordings', recorded.length, 2);
    for (const { id, version } of recorded) {
      const confirmed = await anna.post(`/dialogues/${id}/confirm-deletion`, undefined, { version });
      expectTrue('The deletion has a time', Boolean(confirmed.recording.deletedAt));
    }
    return `${recorded.length} recordings`;
  });
  await step('Anna closes the round', async () => (await anna.move(roundId, 'close')).status);
}

export async function goingOn(world) {
  chapter('The next round');
  const { anna, bo, roundId, plan } = world;
  let next;
  await step('Anna begins the next round, and what was let go stays behind', async () => {
    const key = newKey();
    next = await anna.create(`/rounds/${roundId}/next`, plan, { key });
    expectSame('The round it goes on from', next.continuesRoundId, roundId);
    expectSame('The points carried over', next.carriedFocusPoints, finalSummary().focusPoints.slice(0, 2));
    const again = await anna.create(`/rounds/${roundId}/next`, plan, { key });
    expectSame('The round of the repeated request', again.id, next.id);
    return next.carriedFocusPoints.map((point) => `“${point}”`).join(', ');
  });
  await step('Bo cannot begin it for her', async () => {
    const other = { ...plan, partnerId: world.me.anna.id };
    return (await bo.refused('forbidden', 'POST', `/rounds/${roundId}/next`, other)).title;
  });
  // Left open, somebody who tries the product out would come by it and change what is remembered of this journey.
  await step('They agree to wait, and Anna gives the new round up, saying why', async () => {
    const cancelled = await anna.move(next.id, 'cancel', { reason: CANCEL_REASON });
    const last = (await anna.get(`/rounds/${next.id}/history`)).at(-1);
    expectSame('The last step', [last.step, last.to, last.note], ['CANCEL', 'CANCELLED', CANCEL_REASON]);
    return cancelled.status;
  });
  world.nextRoundId = next.id;
}

/** In order, with nothing that was refused on the way. */
const STEPS = [
  'Anna INVITE', 'Bo ACCEPT', 'Anna CONFIRM', 'Bo CONFIRM', 'Anna CONFIRM', 'Bo CONFIRM', 'Anna START',
  'Anna FINISH_DIALOGUES', 'Anna OPEN_DISCUSSION', 'Anna APPROVE', 'Bo APPROVE', 'Anna CONCLUDE', 'Anna CLOSE',
];

export async function lookingBack(world) {
  chapter('Looking back');
  const { anna, bo, roundId, me } = world;
  let history;
  await step('Both read the history of the round', async () => {
    history = await anna.get(`/rounds/${roundId}/history`);
    expectSame('The history as Bo reads it', await bo.get(`/rounds/${roundId}/history`), history);
    const nameOf = (person) => (person.id === me.anna.id ? 'Anna' : 'Bo');
    expectSame('The steps', history.map((row) => `${nameOf(row.by)} ${row.step}`), STEPS);
    expectSame('The reason for fewer dialogues',
      history.find((row) => row.step === 'FINISH_DIALOGUES').note, FEWER_REASON);
    return `${history.length} steps (times in UTC)`;
  });
  for (const row of history) {
    const where = row.from && row.from !== row.to ? `${row.from} → ${row.to}` : row.to;
    detail(`${row.at.slice(0, 19).replace('T', ' ')}  ${row.by.name.padEnd(10)} ${row.step.padEnd(17)} ${where}`);
  }
}
