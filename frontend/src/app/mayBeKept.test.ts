import { describe, expect, it } from 'vitest';
import { mayBeKept } from './mayBeKept';

const reflections = '/api/v1/dialogues/{dialogueId}/reflections';
const feedback = '/api/v1/rounds/{roundId}/partner-feedback';
const dialogues = '/api/v1/rounds/{roundId}/dialogues';

describe('what was read and is kept on the device', () => {
  it('is what one has written oneself', () => {
    expect(mayBeKept(reflections, { reader: 'EVALUATEE', reflections: [] })).toBe(true);
    expect(mayBeKept(feedback, { reader: 'PARTNER', topics: [] })).toBe(true);
    expect(mayBeKept(dialogues, [{ reader: 'EVALUATEE' }])).toBe(true);
  });

  it('is never what the other shares, which may be taken back', () => {
    expect(mayBeKept(reflections, { reader: 'PARTNER', reflections: [] })).toBe(false);
    expect(mayBeKept(feedback, { reader: 'EVALUATEE', topics: [] })).toBe(false);
    expect(mayBeKept(dialogues, [{ reader: 'PARTNER' }])).toBe(false);
    expect(mayBeKept('/api/v1/dialogues/{dialogueId}', { reader: 'PARTNER' })).toBe(false);
  });

  it('is also what belongs to both', () => {
    expect(mayBeKept('/api/v1/rounds/{roundId}/summary', { workedWell: 'Roen' })).toBe(true);
  });

  it('is not what a team has been told, which may be taken back, but what one tells it oneself', () => {
    expect(mayBeKept('/api/v1/teams/{teamId}/learning', { pages: [] })).toBe(false);
    expect(mayBeKept('/api/v1/rounds/{roundId}/learning', { named: false })).toBe(true);
  });

  it('is nothing of what is administered, in which everybody is named', () => {
    expect(mayBeKept('/api/v1/directory/people', [])).toBe(false);
    expect(mayBeKept('/api/v1/directory/teams/{teamId}', {})).toBe(false);
    expect(mayBeKept('/api/v1/invitations', [])).toBe(false);
    expect(mayBeKept('/api/v1/erasure-requests', [])).toBe(false);
    expect(mayBeKept('/api/v1/audit', [])).toBe(false);
  });
});
