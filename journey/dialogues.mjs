/** The dialogues Anna holds, what she writes about them, and what of it Bo may read. */
import { newKey } from './client.mjs';
import { chapter, expectNowhere, expectSame, expectTrue, step, unmet } from './tell.mjs';
import {
  day, FEWER_REASON, hoursFromNow, LABELS, OTHER_TAB, PARTNER, REFLECTIONS, SECOND_DIALOGUE_NEEDS,
} from './texts.mjs';

export async function holdingDialogues(world) {
  chapter('The dialogues');
  const { anna, bo, roundId } = world;
  const dialogues = `/rounds/${roundId}/dialogues`;
  const described = [
    // Left out, the day of deletion is as late as the agreement allows.
    { consented: true, consentMethod: 'SPOKEN_ON_RECORDING', deleteBy: day(7) },
    { consented: true, consentMethod: 'SPOKEN_ON_RECORDING' },
    { consented: false },
  ].map((recording, i) => ({ heldAt: hoursFromNow(i - 3), channel: 'COUNTER', label: LABELS[i], recording }));

  await step('Anna cannot finish before she has held a dialogue', async () => {
    return unmet(await anna.cannotMove(roundId, 'finish-dialogues', 'step-not-possible', {})).join(', ');
  });
  await step('Anna wants to keep a recording longer than agreed', async () => {
    const tooLong = { ...described[0], recording: { ...described[0].recording, deleteBy: day(40) } };
    const problem = await anna.refused('invalid', 'POST', dialogues, tooLong);
    expectSame('The field at fault', problem.violations.map((one) => one.field), ['recording.deleteBy']);
    return problem.violations[0].detail;
  });
  await step('Anna notes a dialogue, on a bad line that makes her send it twice', async () => {
    const key = newKey();
    const first = await anna.create(dialogues, described[0], { key });
    expectSame('The same dialogue again', (await anna.create(dialogues, described[0], { key })).id, first.id);
    return `${first.label}; recording to be deleted by ${first.recording.deleteBy}`;
  });
  await step('Anna notes two more; one citizen said no to being recorded', async () => {
    const second = await anna.create(dialogues, described[1], { key: newKey() });
    const third = await anna.create(dialogues, described[2], { key: newKey() });
    expectTrue('The second recording has a day of deletion', /^\d{4}-\d\d-\d\d$/.test(second.recording.deleteBy));
    expectSame('The recording that there is not', third.recording, { consented: false });
    return `${second.label} (delete by ${second.recording.deleteBy}), ${third.label} (no recording)`;
  });
  await step('Bo cannot note a dialogue in Anna’s round', async () => {
    return (await bo.refused('forbidden', 'POST', dialogues, described[0])).title;
  });
  await step('Three of four agreed: finishing needs a reason', async () => {
    const problem = await anna.cannotMove(roundId, 'finish-dialogues', 'step-not-possible', {});
    expectSame('What is missing', unmet(problem), ['FEWER_DIALOGUES_WITHOUT_REASON']);
    return unmet(problem).join(', ');
  });
  await step('With a reason it goes', async () => {
    return (await anna.move(roundId, 'finish-dialogues', { fewerDialoguesReason: FEWER_REASON })).status;
  });
  world.dialogues = await anna.get(dialogues);
  expectSame('Anna’s dialogues', world.dialogues.map((dialogue) => dialogue.label), LABELS);
}

export async function reflecting(world) {
  chapter('Reflection');
  const { anna, bo, karen, roundId, dialogues: [first, second] } = world;
  const reflections = `/dialogues/${first.id}/reflections`;

  await step('Anna wants to talk before she has written anything', async () => {
    return unmet(await anna.cannotMove(roundId, 'open-discussion', 'step-not-possible', {})).join(', ');
  });
  const blank = await anna.get(reflections);
  await step('Anna writes about the first dialogue, with the moments of the recording', async () => {
    expectTrue('Every page is blank', blank.reflections.every((page) => page.text === '' && !page.shared));
    for (const [topic, words] of Object.entries(REFLECTIONS)) {
      const { version } = blank.reflections.find((page) => page.topic === topic);
      const written = await anna.put(`${reflections}/${topic}`, words, { version });
      expectSame(`What is written on ${topic}`, { text: written.text, moments: written.moments }, words);
    }
    return Object.keys(REFLECTIONS).join(', ');
  });
  await step('An older tab of hers writes over it and is stopped, with what is there now', async () => {
    const { version } = blank.reflections.find((page) => page.topic === 'welcome');
    const problem = await anna.refused('stale', 'PUT', `${reflections}/welcome`, { text: OTHER_TAB }, { version });
    expectSame('The current text', problem.current.text, REFLECTIONS.welcome.text);
    const now = (await anna.get(reflections)).reflections.find((page) => page.topic === 'welcome');
    expectSame('The text after the refusal', now.text, REFLECTIONS.welcome.text);
    expectSame('The version the refusal tells', problem.current.version, now.version);
    return problem.title;
  });
  await step('Anna writes a line about the second dialogue', async () => {
    const sheet = await anna.get(`/dialogues/${second.id}/reflections`);
    const { version } = sheet.reflections.find((page) => page.topic === 'needs');
    const body = { text: SECOND_DIALOGUE_NEEDS };
    const written = await anna.put(`/dialogues/${second.id}/reflections/needs`, body, { version });
    expectSame('What is written', written.text, SECOND_DIALOGUE_NEEDS);
  });
  await step('Nothing is shared yet: Bo finds no dialogue and no reflection, and Karen finds nothing', async () => {
    expectSame('The dialogues Bo sees', await bo.get(`/rounds/${roundId}/dialogues`), []);
    for (const path of [`/dialogues/${first.id}`, reflections, `/dialogues/${first.id}/sharing`]) {
      await bo.refused('not-found', 'GET', path);
      await karen.refused('not-found', 'GET', path);
    }
    await karen.refused('not-found', 'GET', `/rounds/${roundId}/dialogues`);
    const words = { text: 'Ikke mine ord.' };
    return (await bo.refused('not-found', 'PUT', `${reflections}/welcome`, words, { version: 1 })).title;
  });
}

export async function sharing(world) {
  chapter('Sharing with the partner');
  const { anna, bo, karen, roundId, dialogues: [first, second] } = world;
  const path = `/dialogues/${first.id}/sharing`;

  await step('Anna shares two topics of the first dialogue', async () => {
    await anna.get(path);
    return (await anna.put(path, { topics: ['needs', 'welcome'] })).topics.join(', ');
  });
  await step('Bo reads just those two, of that dialogue alone', async () => {
    expectSame('What Bo reads', await readByPartner(bo, roundId), { [first.id]: only('welcome', 'needs') });
    await bo.refused('not-found', 'GET', `/dialogues/${second.id}/reflections`);
    const seen = await bo.get(`/dialogues/${first.id}`);
    expectSame('What Bo sees of the recording', seen.recording, undefined);
    const given = [seen, await bo.get(`/dialogues/${first.id}/reflections`)];
    expectNowhere('What Bo is given', [REFLECTIONS.closing.text, REFLECTIONS.closing.moments[0].note], given);
    return `${seen.label}: ${seen.sharedTopics.join(', ')}`;
  });
  await step('Karen still reads nothing', async () => {
    return (await karen.refused('not-found', 'GET', `/dialogues/${first.id}/reflections`)).title;
  });
  await step('Anna takes one of them back', async () => {
    await anna.get(path);
    await anna.put(path, { topics: ['welcome'] });
    expectSame('What Bo reads', await readByPartner(bo, roundId), { [first.id]: only('welcome') });
    return 'Bo reads one';
  });
}

/** Everything the partner can read of the round, by dialogue and topic. */
async function readByPartner(bo, roundId) {
  const read = {};
  for (const dialogue of await bo.get(`/rounds/${roundId}/dialogues`)) {
    const sheet = await bo.get(`/dialogues/${dialogue.id}/reflections`);
    read[dialogue.id] = Object.fromEntries(
      sheet.reflections.map(({ topic, text, moments }) => [topic, { text, moments }]));
  }
  return read;
}

function only(...topics) {
  return Object.fromEntries(topics.map((topic) => [topic, REFLECTIONS[topic]]));
}

export async function givingFeedback(world) {
  chapter('The partner’s words');
  const { anna, bo, roundId } = world;
  const feedback = `/rounds/${roundId}/partner-feedback`;

  await step('Bo notes, asks and gives feedback on the welcome, and shares only the questions', async () => {
    const sheet = await bo.get(feedback);
    const write = (topic, words) =>
      bo.put(`${feedback}/${topic}`, words, { version: sheet.topics.find((page) => page.topic === topic).version });
    await write('welcome', {
      note: PARTNER.note,
      questions: PARTNER.questions,
      questionsShared: true,
      feedback: PARTNER.feedback,
      feedbackShared: false,
    });
    await write('needs',
      { note: PARTNER.otherNote, questions: [], questionsShared: false, feedback: '', feedbackShared: false });
  });
  await step('Anna sees the questions and nothing else', async () => {
    const seen = await anna.get(feedback);
    expectSame('What Anna sees', seen.topics, [{ topic: 'welcome', questions: PARTNER.questions, feedback: '' }]);
    expectNowhere('What Anna is given', [PARTNER.note, PARTNER.otherNote, PARTNER.feedback], seen);
    return `“${seen.topics[0].questions[0]}”`;
  });
  await step('Anna cannot write on Bo’s pages', async () => {
    const words = { note: '', questions: [], questionsShared: false, feedback: '', feedbackShared: false };
    return (await anna.refused('not-found', 'PUT', `${feedback}/welcome`, words, { version: 1 })).title;
  });
}

export async function sharingFeedback({ anna, bo, roundId }) {
  const feedback = `/rounds/${roundId}/partner-feedback`;
  await step('After the talk Bo shares his feedback too', async () => {
    const { reader, topics } = await bo.get(feedback);
    expectSame('Who Bo is to his pages', reader, 'PARTNER');
    const { topic, version, ...words } = topics.find((page) => page.topic === 'welcome');
    await bo.put(`${feedback}/${topic}`, { ...words, feedbackShared: true }, { version });
    const seen = await anna.get(feedback);
    expectSame('What Anna sees',
      seen.topics, [{ topic, questions: PARTNER.questions, feedback: PARTNER.feedback }]);
    return `Anna reads “${seen.topics[0].feedback}”`;
  });
}
