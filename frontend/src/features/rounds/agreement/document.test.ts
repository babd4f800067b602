import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { session } from '@/api/session';
import { documentType } from '@/app/documentTypes';
import { agreementView, anna, roundView } from '@/testing/data';
import { takes } from '@/testing/service';
import { agreementDocument, agreementRef } from './document';

describe('the agreement as a document', () => {
  it.each(['EVALUATEE', 'PARTNER'] as const)(
    'sends only the tick of the %s who writes',
    async (iAm) => {
      const sent: Schemas['ChangeAgreement'][] = [];
      takes<Schemas['ChangeAgreement']>('put', '/api/v1/rounds/:roundId/agreement', (body) => {
        sent.push(body);
        return agreementView();
      });
      await session.signIn('anna@fjordby.example', 'spejl-demo-2026');
      const { content } = agreementDocument.held(agreementView());
      const ref = agreementRef(roundView({ iAm }));
      await agreementDocument.write(ref, { ...content, partnerKnowsGuide: false }, 4);
      expect(sent[0]?.iKnowTheGuide).toBe(iAm === 'EVALUATEE');
    },
  );

  it('says the same after a journey there and back, and nothing of what is open', () => {
    const { content, version } = agreementDocument.held(
      agreementView({ version: 9, partner: anna, partnerKnowsGuide: false }),
    );
    expect(version).toBe(9);
    expect(content).toMatchObject({ partnerId: anna.id, partnerKnowsGuide: false });
    expect(content.consentMethod).toBeUndefined();
  });

  it('is sent without its page, where an earlier tab left it unsent', async () => {
    expect(await documentType('agreement')).toBe(agreementDocument);
  });
});
