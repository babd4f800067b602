import type { Schemas } from '@/api/client';
import { type PersonalData, unasked } from '@/lib/personalData/personalData';
import { localTime } from '@/lib/text/localTime';
import { addDays } from '@/lib/text/useFormat';

/** What one fills in about a dialogue, as the form holds it. Empty for not said. */
export interface Fields {
  label: string;
  channel: '' | Schemas['Channel'];
  /** Local time as `2026-12-02T09:20`; empty for now. */
  heldAt: string;
  consented: '' | 'yes' | 'no';
  consentMethod: '' | Schemas['ConsentMethod'];
  /** A day; empty for as late as agreed. */
  deleteBy: string;
  /** The personal data that the writer keeps in the label. */
  kept?: PersonalData[];
}

/** What the two agreed about recordings; undefined in a round without video. */
export interface VideoTerms {
  consentMethod: Schemas['ConsentMethod'] | undefined;
  deletionDays: number;
}

export type Fault = 'label' | 'personalData' | 'channel' | 'heldAt' | 'consented' | 'consentMethod';

export const BLANK: Fields = {
  label: '',
  channel: '',
  heldAt: '',
  consented: '',
  consentMethod: '',
  deleteBy: '',
};

export function fieldsOf(dialogue: Schemas['OwnDialogue']): Fields {
  const { recording } = dialogue;
  return {
    label: dialogue.label,
    channel: dialogue.channel,
    heldAt: localTime(dialogue.heldAt),
    consented: recording ? (recording.consented ? 'yes' : 'no') : '',
    consentMethod: recording?.consentMethod ?? '',
    deleteBy: recording?.deleteBy ?? '',
  };
}

/** The last day a recording may exist by the agreement. */
export function latestDeletion(heldAt: string, terms: VideoTerms): string {
  return addDays((heldAt || localTime(Date.now())).slice(0, 10), terms.deletionDays);
}

/**
 * What is missing or cannot be, before the service is asked.
 *
 * @param before the dialogue that is changed, whose time the service has taken already
 */
export function faultsOf(
  fields: Fields,
  terms: VideoTerms | undefined,
  now: number,
  before?: Schemas['OwnDialogue'],
): Fault[] {
  const faults: Fault[] = [];
  if (!fields.label.trim()) faults.push('label');
  if (unasked(fields.label, fields.kept).length) faults.push('personalData');
  if (!fields.channel) faults.push('channel');
  const untouched = before && fields.heldAt === localTime(before.heldAt);
  if (fields.heldAt && !untouched && !(Date.parse(fields.heldAt) <= now)) faults.push('heldAt');
  if (terms && !fields.consented) faults.push('consented');
  if (terms && fields.consented === 'yes' && !(fields.consentMethod || terms.consentMethod)) {
    faults.push('consentMethod');
  }
  return faults;
}

/**
 * What is sent to the service.
 *
 * @param before the dialogue that is changed, whose seconds are kept where its time is
 */
export function toSend(
  fields: Fields,
  terms: VideoTerms | undefined,
  now: number,
  before?: Schemas['OwnDialogue'],
): Schemas['DescribeDialogue'] {
  const unchanged = before && fields.heldAt === localTime(before.heldAt);
  return {
    label: fields.label.trim(),
    channel: fields.channel || 'OTHER',
    heldAt: unchanged
      ? before.heldAt
      : new Date(fields.heldAt ? Date.parse(fields.heldAt) : now).toISOString(),
    ...(terms ? { recording: recordingOf(fields, terms) } : {}),
  };
}

function recordingOf(fields: Fields, terms: VideoTerms): Schemas['DescribeRecording'] {
  if (fields.consented !== 'yes') return { consented: false };
  const consentMethod = fields.consentMethod || terms.consentMethod;
  return {
    consented: true,
    ...(consentMethod ? { consentMethod } : {}),
    ...(fields.deleteBy ? { deleteBy: fields.deleteBy } : {}),
  };
}
