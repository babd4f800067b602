import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/documentType';
import type { OpenDocument } from '@/lib/documents/useDocument';
import { keeping } from '@/lib/personalData/personalData';

type View = Schemas['AgreementView'];

/** What the two write in, each field merged on its own. Of the two ticks everybody writes only their own. */
export type Agreement = Pick<View, 'mode' | 'evaluateeKnowsGuide' | 'partnerKnowsGuide'> & {
  partnerId?: string | undefined;
} & {
  [K in
    | 'periodFrom'
    | 'periodUntil'
    | 'numberOfDialogues'
    | 'consentMethod'
    | 'recordingDeletionDays'
    | 'method'
    | 'time'
    | 'setting'
    | 'cooperation']?: View[K] | undefined;
};

export type AgreementDocument = OpenDocument<Agreement, View>;

/** A document is named by its round and the writer's part in it, which says whose tick is sent. */
export function agreementRef(round: Pick<Schemas['RoundView'], 'id' | 'iAm'>): string {
  return `${round.id}/${round.iAm}`;
}

export const agreementDocument: DocumentType<Agreement, View> = {
  kind: 'agreement',

  held: ({ version, partner, ...view }) => ({
    version,
    content: {
      partnerId: partner?.id,
      evaluateeKnowsGuide: view.evaluateeKnowsGuide,
      partnerKnowsGuide: view.partnerKnowsGuide,
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
    },
  }),

  write(ref, content, version) {
    const [roundId = '', part] = ref.split('/');
    return answered(
      api.PUT('/api/v1/rounds/{roundId}/agreement', {
        params: { path: { roundId }, header: { ...ifMatch(version), ...keeping(content) } },
        body: toSend(content, part === 'PARTNER' ? 'PARTNER' : 'EVALUATEE'),
      }),
    );
  },

  whole: ['partnerId', 'mode', 'periodFrom', 'periodUntil', 'consentMethod'],
};

/** The whole agreement as a participant sends it. What is only for video is sent only with video. */
export function toSend(content: Agreement, by: Schemas['Participant']): Schemas['ChangeAgreement'] {
  const { evaluateeKnowsGuide, partnerKnowsGuide, consentMethod, recordingDeletionDays, ...rest } =
    content;
  const { partnerId, mode, periodFrom, periodUntil, numberOfDialogues, ...texts } = rest;
  const { method, time, setting, cooperation } = texts;
  const withVideo = mode === 'WITH_VIDEO';
  return {
    mode,
    ...(partnerId && { partnerId }),
    iKnowTheGuide: by === 'EVALUATEE' ? evaluateeKnowsGuide : partnerKnowsGuide,
    ...(periodFrom && { periodFrom }),
    ...(periodUntil && { periodUntil }),
    ...(numberOfDialogues !== undefined && { numberOfDialogues }),
    ...(withVideo && consentMethod && { consentMethod }),
    ...(withVideo && recordingDeletionDays !== undefined && { recordingDeletionDays }),
    ...(method && { method }),
    ...(time && { time }),
    ...(setting && { setting }),
    ...(cooperation && { cooperation }),
  };
}
