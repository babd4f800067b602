import { describe, expect, it } from 'vitest';
import { feedbackDocument, feedbackRef, written } from './document';

describe('the partner’s words on a topic', () => {
  it('are sent without the questions that are still empty', () => {
    expect(written(['Hvad så du?', '', '  ', 'Hvordan?'])).toEqual(['Hvad så du?', 'Hvordan?']);
  });

  it('know the page they are written on, also when the page is gone', () => {
    expect(feedbackDocument.page?.(feedbackRef('r1', 'welcome'))).toBe(
      '/rounds/r1/preparation?topic=welcome',
    );
  });
});
