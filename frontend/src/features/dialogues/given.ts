import { agreementView, guideView, ownDialogue, ownSheet, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers } from '@/testing/service';
// Loaded before the first test begins: how long that takes is not what it is about.
import './DialoguesPage';
import '@/features/rounds/RoundLayout';

export const ROUND = '/api/v1/rounds/:roundId';
export const DIALOGUE = '/api/v1/dialogues/:dialogueId';

type Round = Parameters<typeof roundView>[0];

/** The service answers so about Anna's dialogues; for tests. */
export function given(round: Round, dialogues = [ownDialogue()], agreement = {}) {
  answers('get', ROUND, roundView({ status: 'CONDUCTING', numberOfDialogues: 3, ...round }));
  answers('get', `${ROUND}/dialogues`, dialogues);
  answers('get', `${ROUND}/agreement`, agreementView(agreement));
  answers('get', '/api/v1/guides/:guideId', guideView());
  answers('get', `${DIALOGUE}/reflections`, ownSheet());
}

export const open = () => openApp(`/rounds/${roundView().id}/dialogues`);
export const video = { mode: 'WITH_VIDEO', consentMethod: 'SIGNED', recordingDeletionDays: 14 };
