import { describe, expect, it } from 'vitest';
import { localTime } from '@/lib/text/localTime';
import { ownDialogue } from '@/testing/data';
import { BLANK, faultsOf, fieldsOf, latestDeletion, toSend } from './fields';

const NOW = Date.parse('2026-12-02T09:20:30Z');
const terms = { consentMethod: 'SIGNED', deletionDays: 14 } as const;
const filled = { ...BLANK, label: ' Pas til barn ', channel: 'COUNTER' } as const;

describe('what is sent about a dialogue', () => {
  it('has the time of asking where none is chosen', () => {
    expect(toSend(filled, undefined, NOW)).toEqual({
      label: 'Pas til barn',
      channel: 'COUNTER',
      heldAt: '2026-12-02T09:20:30.000Z',
    });
  });

  it('keeps the seconds of a time that was not touched', () => {
    const before = ownDialogue({ heldAt: '2026-12-02T09:20:59Z' });
    expect(toSend(fieldsOf(before), undefined, NOW, before).heldAt).toBe('2026-12-02T09:20:59Z');
  });

  it('says how the customer agreed as the two have settled it', () => {
    const sent = toSend({ ...filled, consented: 'yes' }, terms, NOW);
    expect(sent.recording).toEqual({ consented: true, consentMethod: 'SIGNED' });
  });

  it('leaves the rest out where the customer said no', () => {
    const fields = { ...filled, consented: 'no', consentMethod: 'SIGNED', deleteBy: '2026-12-05' };
    expect(toSend({ ...BLANK, ...fields } as typeof BLANK, terms, NOW).recording).toEqual({
      consented: false,
    });
  });

  it('names an earlier day of deletion', () => {
    const sent = toSend({ ...filled, consented: 'yes', deleteBy: '2026-12-05' }, terms, NOW);
    expect(sent.recording?.deleteBy).toBe('2026-12-05');
  });
});

describe('what is missing', () => {
  it('is the label and the channel of a blank form', () => {
    expect(faultsOf(BLANK, undefined, NOW)).toEqual(['label', 'channel']);
  });

  it('is an answer about consent where dialogues are recorded', () => {
    expect(faultsOf(filled, terms, NOW)).toEqual(['consented']);
    expect(faultsOf({ ...filled, consented: 'no' }, terms, NOW)).toEqual([]);
  });

  it('is a time that has been', () => {
    expect(faultsOf({ ...filled, heldAt: localTime(NOW + 120_000) }, undefined, NOW)).toEqual([
      'heldAt',
    ]);
  });
});

it('a recording may exist for the agreed number of days after the dialogue', () => {
  expect(latestDeletion('2026-12-02T09:20', terms)).toBe('2026-12-16');
});
