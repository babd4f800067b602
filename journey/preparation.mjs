/** From the invitation to an agreement that both have said yes to. */
import { newKey } from './client.mjs';
import { chapter, expectSame, expectTrue, step, unmet } from './tell.mjs';
import { AGREEMENT, day } from './texts.mjs';

const TOPICS = ['welcome', 'needs', 'advice', 'closing', 'attention', 'other'];

export async function inviting(world) {
  chapter('Invitation');
  const { anna, bo, karen, me } = world;
  let guide;
  await step('Anna lists the guides and reads one in Danish and in English', async () => {
    const guides = await anna.get('/guides');
    expectTrue('There is a guide', guides.length > 0);
    const danish = await anna.get(`/guides/${guides[0].id}`);
    const english = await anna.get(`/guides/${guides[0].id}?version=${danish.version}`, { language: 'en' });
    expectSame('The languages of the guide', [danish.language, english.language], ['da', 'en']);
    for (const text of [danish, english]) {
      expectSame('The topics of the guide', text.topics.map((topic) => topic.key), TOPICS);
    }
    expectTrue('Every topic differs between the languages', TOPICS.every((_, i) =>
      danish.topics[i].self !== english.topics[i].self && danish.topics[i].partner !== english.topics[i].partner));
    guide = danish;
    return `${guides.length} guides; “${danish.title}”, “${english.title}”`;
  });
  let partner;
  await step('Anna looks for a partner by name', async () => {
    const found = await anna.get(`/people?query=${encodeURIComponent(me.bo.name.toLowerCase())}`);
    partner = found.find((person) => person.id === me.bo.id);
    expectTrue('Bo is among the people found', partner !== undefined);
    return `${partner.name}, ${partner.jobTitle}`;
  });

  const plan = {
    guideId: guide.id,
    partnerId: partner.id,
    mode: 'WITH_VIDEO',
    periodFrom: day(0),
    periodUntil: day(14),
    numberOfDialogues: 3,
  };
  const key = newKey();
  const before = await anna.pages('/rounds?limit=2');
  let round;
  await step('Anna begins a round with video and invites Bo', async () => {
    round = await anna.create('/rounds', plan, { key });
    expectSame('The new round', [round.iAm, round.partnerAnswer], ['EVALUATEE', 'INVITED']);
    return round.status;
  });
  world.roundId = round.id;
  world.plan = plan;
  await step('Anna’s connection breaks and she sends the same again: nothing is created twice', async () => {
    const again = await anna.create('/rounds', plan, { key });
    expectSame('The round of the repeated request', again.id, round.id);
    const after = await anna.pages('/rounds?limit=2');
    expectSame('The number of Anna’s rounds', after.rows.length, before.rows.length + 1);
    expectTrue('Each round is listed once', new Set(after.rows.map((row) => row.id)).size === after.rows.length);
    expectSame('Anna’s newest round', after.rows[0].id, round.id);
    return `${after.rows.length} rounds on ${after.pages} pages`;
  });
  await step('The same key for another round is refused', async () => {
    const other = { ...plan, numberOfDialogues: 5 };
    return (await anna.refused('idempotency-key-reused', 'POST', '/rounds', other, { key })).title;
  });
  await step('Bo sees the invitation', async () => {
    const { rows } = await bo.pages('/rounds?role=PARTNER&status=PREPARING');
    const row = rows.find((one) => one.id === round.id);
    expectTrue('The invitation is in Bo’s list', row !== undefined);
    expectTrue('Bo can accept', row.allowedSteps.includes('ACCEPT'));
    return `from ${row.evaluatee.name}`;
  });
  await step('Karen, their leader, finds no such round', async () => {
    await karen.refused('not-found', 'GET', `/rounds/${round.id}/history`);
    return (await karen.refused('not-found', 'GET', `/rounds/${round.id}`)).title;
  });
  await step('Bo accepts the invitation', async () => {
    const accepted = await bo.move(round.id, 'accept');
    expectSame('Bo’s answer', accepted.partnerAnswer, 'ACCEPTED');
    return accepted.status;
  });
}

export async function agreeing(world) {
  chapter('The agreement');
  const { anna, bo, roundId } = world;
  const agreement = `/rounds/${roundId}/agreement`;

  await step('Anna says yes far too early and is told what is missing', async () => {
    const problem = await anna.cannotMove(roundId, 'confirm', 'step-not-possible');
    expectSame('What is missing', unmet(problem),
      ['COOPERATION_NOT_SETTLED', 'GUIDE_NOT_GONE_THROUGH', 'METHOD_NOT_SETTLED', 'VIDEO_NOT_SETTLED']);
    return unmet(problem).join(', ');
  });
  await step('Anna fills in her part: the guide, the consent to video, how and when', async () => {
    const written = await anna.put(agreement, settled(await anna.get(agreement), {
      iKnowTheGuide: true,
      consentMethod: 'SPOKEN_ON_RECORDING',
      recordingDeletionDays: 14,
      method: AGREEMENT.method,
      time: AGREEMENT.time,
    }));
    return `open: ${openPoints(written)}`;
  });
  await step('Anna tries to change it without saying what she saw', async () => {
    const blind = settled(await anna.get(agreement), { iKnowTheGuide: true });
    return (await anna.refused('precondition-required', 'PUT', agreement, blind, { blind: true })).title;
  });
  await step('Bo fills in the rest: the guide, the setting, how they work together', async () => {
    const written = await bo.put(agreement, settled(await bo.get(agreement), {
      iKnowTheGuide: true,
      setting: AGREEMENT.setting,
      cooperation: AGREEMENT.cooperation,
    }));
    expectSame('The open points', written.openPoints, []);
    expectSame('Who knows the guide', [written.evaluateeKnowsGuide, written.partnerKnowsGuide], [true, true]);
    return 'all six points are settled';
  });
  await step('Both say yes', () => bothConfirm(world));
  await step('Bo makes it four dialogues: both confirmations fall', async () => {
    const changed = await bo.put(agreement,
      settled(await bo.get(agreement), { iKnowTheGuide: true, numberOfDialogues: 4 }));
    expectSame('The confirmations', [changed.evaluateeConfirmedAt, changed.partnerConfirmedAt], [undefined, undefined]);
    const problem = await anna.cannotMove(roundId, 'start', 'step-not-possible');
    expectSame('What the start waits for', unmet(problem), ['EVALUATEE_NOT_CONFIRMED', 'PARTNER_NOT_CONFIRMED']);
    return `the start waits for ${unmet(problem).join(', ')}`;
  });
  await step('Anna is told what changed since she said yes', async () => {
    const seen = await anna.get(agreement);
    const told = seen.changedSinceIConfirmed.map(({ field, before, after }) => ({ field, before, after }));
    expectSame('The change Anna is told of', told, [{ field: 'NUMBER_OF_DIALOGUES', before: '3', after: '4' }]);
    expectSame('What Bo is told of', (await bo.get(agreement)).changedSinceIConfirmed, []);
    return `${told[0].field}: ${told[0].before}, now ${told[0].after}`;
  });
  await step('Both say yes again', () => bothConfirm(world));
  await step('Bo cannot start Anna’s round for her', async () => {
    return (await bo.cannotMove(roundId, 'start', 'forbidden')).title;
  });
  await step('Anna starts the round', async () => (await anna.move(roundId, 'start')).status);
}

async function bothConfirm({ anna, bo, roundId }) {
  await anna.move(roundId, 'confirm');
  await bo.move(roundId, 'confirm');
  const agreement = await anna.get(`/rounds/${roundId}/agreement`);
  expectTrue('Both confirmations stand', Boolean(agreement.evaluateeConfirmedAt && agreement.partnerConfirmedAt));
  expectSame('Nothing is left to tell Anna', agreement.changedSinceIConfirmed, []);
}

/** The whole agreement with something changed: a PUT carries all of it. */
function settled(view, changes) {
  return {
    partnerId: view.partner.id,
    periodFrom: view.periodFrom,
    periodUntil: view.periodUntil,
    numberOfDialogues: view.numberOfDialogues,
    mode: view.mode,
    consentMethod: view.consentMethod,
    recordingDeletionDays: view.recordingDeletionDays,
    method: view.method,
    time: view.time,
    setting: view.setting,
    cooperation: view.cooperation,
    ...changes,
  };
}

function openPoints(agreement) {
  return agreement.openPoints.map((point) => point.code).join(', ');
}
