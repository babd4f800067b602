import type { Schemas } from '@/api/client';

/** Two colleagues and their round, as the service answers them; each test says what it needs otherwise. */
export const anna: Schemas['PersonRef'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00',
  name: 'Anna Holm',
};
export const bo: Schemas['PersonRef'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01',
  name: 'Bo Lund',
};

export const guideRef: Schemas['GuideRef'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10',
  version: 1,
  title: 'Borgerservice ansigt til ansigt',
};

const ROUND_ID = '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20';

export function roundView(given: Partial<Schemas['RoundView']> = {}): Schemas['RoundView'] {
  return {
    id: ROUND_ID,
    version: 4,
    kind: 'SELF_EVALUATED',
    status: 'PREPARING',
    iAm: 'EVALUATEE',
    evaluatee: anna,
    partner: bo,
    partnerAnswer: 'ACCEPTED',
    guide: guideRef,
    mode: 'WITHOUT_VIDEO',
    carriedFocusPoints: [],
    createdAt: '2026-11-22T09:15:00Z',
    allowedSteps: ['CANCEL'],
    waitingFor: [],
    ...given,
  };
}

export function roundRow(given: Partial<Schemas['RoundRow']> = {}): Schemas['RoundRow'] {
  return {
    id: ROUND_ID,
    status: 'PREPARING',
    iAm: 'EVALUATEE',
    evaluatee: anna,
    partner: bo,
    partnerAnswer: 'ACCEPTED',
    guide: guideRef,
    mode: 'WITHOUT_VIDEO',
    createdAt: '2026-11-22T09:15:00Z',
    allowedSteps: ['CANCEL'],
    ...given,
  };
}

export function guideView(): Schemas['GuideView'] {
  const topic = (key: string, title: string): Schemas['GuideTopic'] => ({
    key,
    title,
    self: `Hvordan gør jeg: ${title}?`,
    partner: `Hvordan gør den anden: ${title}?`,
    questions: [
      {
        self: `Hvad lægger jeg mærke til (${key})?`,
        partner: `Hvad lægger den anden mærke til (${key})?`,
      },
    ],
  });
  return {
    ...guideRef,
    language: 'da',
    introduction: 'En guide til samtaler ved skranken.',
    topics: [
      topic('welcome', 'Modtagelse'),
      topic('needs', 'Behov'),
      topic('closing', 'Afslutning'),
    ],
  };
}

/** A dialogue of Anna's with something shared of it, as the partner sees it. */
export function sharedDialogue(
  given: Partial<Schemas['SharedDialogue']> = {},
): Schemas['SharedDialogue'] {
  return {
    reader: 'PARTNER',
    id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30',
    roundId: ROUND_ID,
    heldAt: '2026-12-02T09:20:00Z',
    channel: 'COUNTER',
    label: 'Pas til barn',
    sharedTopics: ['welcome'],
    ...given,
  };
}

/** The partner's words on a topic: nothing yet, unless told otherwise. */
export function ownFeedback(
  topic: string,
  given: Partial<Schemas['OwnFeedback']> = {},
): Schemas['OwnFeedback'] {
  return {
    topic,
    version: 0,
    note: '',
    questions: [],
    questionsShared: false,
    feedback: '',
    feedbackShared: false,
    ...given,
  };
}

/** The joint summary, half written. */
export function summaryView(given: Partial<Schemas['SummaryView']> = {}): Schemas['SummaryView'] {
  return {
    version: 7,
    workedWell: 'Roen fra start.',
    focusPoints: ['Slip skærmen'],
    focusPointTopics: [''],
    learning: '',
    followUpHow: '',
    sharedWithHr: false,
    ...given,
  };
}

/** The joint summary of a concluded round. */
export function concludedSummary(
  given: Partial<Schemas['SummaryView']> = {},
): Schemas['SummaryView'] {
  return summaryView({
    focusPoints: ['Slip skærmen', 'Lad borgeren opsummere'],
    focusPointTopics: ['', ''],
    learning: 'Vi prøver pausen af.',
    followUpHow: 'En kop kaffe',
    followUpOn: '2027-01-14',
    evaluateeApprovedAt: '2026-12-16T09:41:00Z',
    partnerApprovedAt: '2026-12-16T09:45:00Z',
    concludedAt: '2026-12-16T09:45:00Z',
    ...given,
  });
}

export function followUpView(
  given: Partial<Schemas['FollowUpView']> = {},
): Schemas['FollowUpView'] {
  return {
    version: 0,
    how: 'En kop kaffe',
    on: '2027-01-14',
    focusPoints: [
      { text: 'Slip skærmen', note: '' },
      { text: 'Lad borgeren opsummere', note: '' },
    ],
    ...given,
  };
}

const DIALOGUE_ID = '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f30';

/** A dialogue of Anna's, as she sees it. */
export function ownDialogue(given: Partial<Schemas['OwnDialogue']> = {}): Schemas['OwnDialogue'] {
  return {
    reader: 'EVALUATEE',
    id: DIALOGUE_ID,
    roundId: ROUND_ID,
    version: 2,
    heldAt: '2026-12-02T09:20:00Z',
    channel: 'COUNTER',
    label: 'Pas til barn',
    sharedTopics: [],
    ...given,
  };
}

export function ownReflection(
  topic: string,
  given: Partial<Schemas['OwnReflection']> = {},
): Schemas['OwnReflection'] {
  return { topic, version: 0, text: '', moments: [], shared: false, ...given };
}

/** Anna's reflections on the topics of {@link guideView}, empty but for those given. */
export function ownSheet(...given: Schemas['OwnReflection'][]): Schemas['OwnReflectionSheet'] {
  const reflections = guideView().topics.map(
    ({ key }) => given.find(({ topic }) => topic === key) ?? ownReflection(key),
  );
  return { reader: 'EVALUATEE', reflections };
}

/** What Anna and Bo have agreed, settled and confirmed. */
export function agreementView(
  given: Partial<Schemas['AgreementView']> = {},
): Schemas['AgreementView'] {
  return {
    version: 4,
    partner: bo,
    partnerAnswer: 'ACCEPTED',
    evaluateeKnowsGuide: true,
    partnerKnowsGuide: true,
    periodFrom: '2026-12-01',
    periodUntil: '2026-12-15',
    numberOfDialogues: 3,
    mode: 'WITHOUT_VIDEO',
    method: 'Stikord lige efter hver dialog',
    time: 'En halv time torsdag formiddag',
    setting: 'Stillerummet',
    cooperation: 'Vi siger det højt hvis noget er svært',
    openPoints: [],
    changedSinceIConfirmed: [],
    settled: [],
    ...given,
  };
}
