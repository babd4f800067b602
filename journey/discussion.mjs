/** The talk, the joint summary, and who else may read it. */
import { chapter, expectNowhere, expectSame, expectTrue, step, unmet } from './tell.mjs';
import { sharingFeedback } from './dialogues.mjs';
import {
  finalSummary, firstSummary, fullSummary, hoursFromNow, OTHER_TAB, PARTNER, REFLECTIONS, TALK_PLACE,
} from './texts.mjs';

export async function talking(world) {
  chapter('The talk and the summary');
  const { anna, bo, roundId } = world;
  const summary = `/rounds/${roundId}/summary`;

  await step('There is no summary before the talk', async () => {
    return (await anna.refused('not-found', 'GET', summary)).title;
  });
  await step('Anna opens the talk and says when and where', async () => {
    const talkAt = hoursFromNow(20);
    const opened = await anna.move(roundId, 'open-discussion', { talkAt, talkPlace: TALK_PLACE });
    const seen = await bo.get(`/rounds/${roundId}`);
    expectSame('When and where Bo sees', [seen.talkAt, seen.talkPlace], [talkAt, TALK_PLACE]);
    return `${opened.status}, ${talkAt}, ${TALK_PLACE}`;
  });
  await sharingFeedback(world);
  await step('Bo writes the summary down, with one thing to work on', async () => {
    await bo.get(summary);
    const written = await bo.put(summary, firstSummary());
    expectSame('Who wrote', written.editedBy.id, world.me.bo.id);
  });
  await step('Anna approves it, but two or three things are needed', async () => {
    await anna.get(summary);
    const problem = await anna.refused('step-not-possible', 'PUT', `${summary}/approval`, undefined, { of: summary });
    expectSame('What is missing', unmet(problem), ['FOCUS_POINTS_NOT_TWO_OR_THREE']);
    return unmet(problem).join(', ');
  });
  await step('Anna adds two more', async () => {
    const written = await anna.put(summary, fullSummary());
    expectSame('The things to work on', written.focusPoints, fullSummary().focusPoints);
    expectSame('Who edited last', written.editedBy.id, world.me.anna.id);
    return `${written.focusPoints.length} things to work on`;
  });
  await step('Bo’s page is older than that: what he writes is stopped, with what is there now', async () => {
    const problem = await bo.refused('stale', 'PUT', summary, { ...firstSummary(), learning: OTHER_TAB });
    expectSame('The current summary', problem.current.focusPoints, fullSummary().focusPoints);
    return problem.title;
  });
  await step('Anna approves', async () => {
    const approved = await approve(anna, summary);
    expectTrue('Anna’s approval stands', Boolean(approved.evaluateeApprovedAt));
    expectSame('Bo’s approval', approved.partnerApprovedAt, undefined);
  });
  await step('Bo edits what worked well: Anna’s approval falls', async () => {
    await bo.get(summary);
    const written = await bo.put(summary, finalSummary());
    expectSame('Anna’s approval', written.evaluateeApprovedAt, undefined);
  });
  await step('Anna cannot approve the text she read before the edit', async () => {
    const problem = await anna.refused('stale', 'PUT', `${summary}/approval`, undefined, { of: summary });
    expectSame('The current text', problem.current.workedWell, finalSummary().workedWell);
    return problem.title;
  });
  await step('Bo approves, then Anna reads it again and approves: the round is concluded', async () => {
    await approve(bo, summary);
    await anna.get(summary);
    const concluded = await approve(anna, summary);
    expectTrue('There is a time of conclusion', Boolean(concluded.concludedAt));
    expectSame('Who else may read it', concluded.sharedWithHr, false);
    return (await bo.get(`/rounds/${roundId}`)).status;
  });
  await step('From now on the summary and the reflections stand as they are', async () => {
    await bo.refused('step-not-possible', 'PUT', summary, fullSummary());
    const welcome = `/dialogues/${world.dialogues[0].id}/reflections/welcome`;
    return (await anna.refused('step-not-possible', 'PUT', welcome, { text: OTHER_TAB })).title;
  });
}

function approve(person, summary) {
  return person.put(`${summary}/approval`, undefined, { of: summary });
}

export async function sharingWithHr(world) {
  chapter('HR');
  const { anna, bo, hr, roundId } = world;
  const summary = `/rounds/${roundId}/summary`;
  const ours = await anna.get(summary);
  let cursor;
  const find = async () => {
    const { summaries, removed, pages, ...now } = await hr.follow('/summaries?limit=2', cursor);
    cursor = now.cursor;
    // HR never learns the round's id; the moment of the conclusion is what both sides know.
    return { summaries, removed, pages, row: summaries.find((one) => one.concludedAt === ours.concludedAt) };
  };
  const share = () => anna.put(`${summary}/sharing`, undefined, { of: summary });

  await step('HR looks for the summary before Anna shares it, and finds nothing', async () => {
    const { row, summaries, pages } = await find();
    expectSame('The summary HR finds', row, undefined);
    expectTrue('Each summary is told once', new Set(summaries.map(({ id }) => id)).size === summaries.length);
    return `${summaries.length} others on ${pages} pages`;
  });
  await step('Bo cannot share it for her', async () => {
    await bo.get(summary);
    return (await bo.refused('forbidden', 'PUT', `${summary}/sharing`, undefined, { of: summary })).title;
  });
  let first;
  await step('Anna shares it, and HR is told since last time', async () => {
    expectSame('Who may read it', (await share()).sharedWithHr, true);
    const { row, summaries } = await find();
    expectTrue('HR finds the summary', row !== undefined);
    const { workedWell, focusPoints, learning, followUpHow, followUpOn } = row;
    expectSame('What HR reads', { workedWell, focusPoints, learning, followUpHow, followUpOn }, finalSummary());
    expectSame('Whose it is', [row.name, row.team], [world.me.anna.name, world.me.anna.team]);
    const secrets = Object.values(REFLECTIONS).map((words) => words.text);
    expectNowhere('What HR is given', [...secrets, PARTNER.note, PARTNER.feedback, ...PARTNER.questions], summaries);
    first = row;
    return `${row.employeeNumber} ${row.name}, revision ${row.revision}`;
  });
  await step('Anna takes it back, and HR is told to delete it', async () => {
    const taken = await anna.delete(`${summary}/sharing`, { of: summary });
    expectSame('Who may read it', taken.sharedWithHr, false);
    const { row, removed } = await find();
    expectSame('The summary HR finds', row, undefined);
    const gone = removed.find(({ id }) => id === first.id);
    expectTrue('HR is told that it is gone', gone !== undefined && gone.revision > first.revision);
  });
  await step('Anna shares it again, and HR finds the same one, in a later revision', async () => {
    await share();
    const { row } = await find();
    expectSame('The summary HR finds', row?.id, first.id);
    expectTrue('The revision has grown', row.revision > first.revision + 1);
    world.hrSummaryId = row.id;
  });
}
