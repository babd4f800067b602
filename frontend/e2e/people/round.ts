import { Person, type Schemas, type Who } from './person';

/** A day so many days from now in Denmark, whose days the service counts, as it writes days. */
export function day(days: number): string {
  const date = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return date.toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

type Stage = 'PREPARING' | 'CONDUCTING' | 'REFLECTING' | 'DISCUSSING';

interface Plan {
  evaluatee: Who;
  partner: Who;
  /** How far it has come. */
  until: Stage;
  video?: boolean;
}

/** A round between two people, who have come this far with it without the browser. */
export interface Begun {
  id: string;
  evaluatee: Person;
  partner: Person;
  /** Its only dialogue, once there is one. */
  dialogueId: string;
}

const LABEL = 'Ansøgning om boligstøtte';

/** Begins a round and takes it as far as a journey takes for granted. */
export async function aRound({ evaluatee, partner, until, video = false }: Plan): Promise<Begun> {
  const [mine, other] = await Promise.all([Person.signIn(evaluatee), Person.signIn(partner)]);
  const [guide] = await mine.get<Schemas['GuideRow'][]>('/guides');
  const { id: partnerId } = await other.get<Schemas['MeView']>('/me');
  const { id } = await mine.create<Schemas['RoundView']>('/rounds', {
    guideId: guide?.id,
    partnerId,
    mode: video ? 'WITH_VIDEO' : 'WITHOUT_VIDEO',
    periodFrom: day(-7),
    periodUntil: day(14),
    numberOfDialogues: 1,
  });
  const begun: Begun = { id, evaluatee: mine, partner: other, dialogueId: '' };
  await other.step(id, 'accept');
  if (until === 'PREPARING') return begun;

  for (const person of [mine, other]) {
    const path = `/rounds/${id}/agreement`;
    const { version } = await person.get<Schemas['AgreementView']>(path);
    await person.change('PUT', path, version, {
      partnerId,
      iKnowTheGuide: true,
      periodFrom: day(-7),
      periodUntil: day(14),
      numberOfDialogues: 1,
      mode: video ? 'WITH_VIDEO' : 'WITHOUT_VIDEO',
      ...(video ? { consentMethod: 'SPOKEN_ON_RECORDING', recordingDeletionDays: 14 } : {}),
      method: 'Stikord lige efter samtalen.',
      time: 'Torsdag eftermiddag',
      setting: 'Det lille mødelokale',
      cooperation: 'Vi spørger før vi giver råd.',
    });
  }
  await mine.step(id, 'confirm');
  await other.step(id, 'confirm');
  await mine.step(id, 'start');
  if (until === 'CONDUCTING') return begun;

  const dialogue = await mine.create<Schemas['OwnDialogue']>(`/rounds/${id}/dialogues`, {
    heldAt: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
    channel: 'COUNTER',
    label: LABEL,
    ...(video ? { recording: { consented: true, consentMethod: 'SPOKEN_ON_RECORDING' } } : {}),
  });
  begun.dialogueId = dialogue.id;
  await mine.step(id, 'finish-dialogues', {});
  if (until === 'REFLECTING') return begun;

  await writeReflection(begun, 'welcome', 'Jeg så op før borgeren havde sat sig.');
  const sharing = `/dialogues/${dialogue.id}/sharing`;
  const { version } = await mine.get<Schemas['SharingView']>(sharing);
  await mine.change('PUT', sharing, version, { topics: ['welcome'] });
  await mine.step(id, 'open-discussion', {
    talkAt: `${day(1)}T12:00:00Z`,
    talkPlace: 'Stillerummet',
  });
  return begun;
}

/** What the evaluatee has written on a topic of the round's dialogue, as the service holds it. */
export async function reflectionOn(round: Begun, topic: string): Promise<Schemas['OwnReflection']> {
  const sheet = await round.evaluatee.get<Schemas['OwnReflectionSheet']>(
    `/dialogues/${round.dialogueId}/reflections`,
  );
  const found = sheet.reflections.find((reflection) => reflection.topic === topic);
  if (!found) throw new Error(`no topic ${topic}`);
  return found;
}

async function writeReflection(round: Begun, topic: string, text: string): Promise<void> {
  const { version, moments } = await reflectionOn(round, topic);
  const path = `/dialogues/${round.dialogueId}/reflections/${topic}`;
  await round.evaluatee.change('PUT', path, version, { text, moments });
}

export function summaryOf(round: Begun): Promise<Schemas['SummaryView']> {
  return round.evaluatee.get(`/rounds/${round.id}/summary`);
}
