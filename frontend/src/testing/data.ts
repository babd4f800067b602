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
