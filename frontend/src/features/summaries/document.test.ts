import { describe, expect, it } from 'vitest';
import { closedUp, focusPointsOf, pointsOf, topicsOf } from './document';

describe('the focus points of a summary', () => {
  it('are fields by place, and come back as they were', () => {
    for (const points of [[], ['a'], ['a', 'b', 'c'], ['a', '', 'c'], ['a', 'b', 'c', 'd', 'e']]) {
      expect(focusPointsOf(pointsOf(points))).toEqual(points);
    }
  });

  it('leave out what is empty at the end', () => {
    expect(focusPointsOf(pointsOf(['a', '', '  ']))).toEqual(['a']);
    expect(focusPointsOf(pointsOf(['', '', '']))).toEqual([]);
  });

  it('keep the place of an empty one before another', () => {
    expect(focusPointsOf(pointsOf(['', 'b']))).toEqual(['', 'b']);
  });

  it('close up on request, and need not where nothing is between', () => {
    expect(closedUp(pointsOf(['a', ' ', 'c']))).toEqual(pointsOf(['a', 'c']));
    expect(closedUp(pointsOf(['', '', '', 'd']))).toEqual(pointsOf(['d']));
    expect(closedUp(pointsOf(['a', 'b', '']))).toBeUndefined();
    expect(closedUp(pointsOf([]))).toBeUndefined();
  });

  it('keep their topics, also when they close up', () => {
    const points = pointsOf(['a', ' ', 'c', 'd'], ['welcome', 'needs', '', 'closing']);
    expect(topicsOf(points)).toEqual(['welcome', 'needs', '', 'closing']);
    expect(closedUp(points)).toEqual(pointsOf(['a', 'c', 'd'], ['welcome', '', 'closing']));
  });

  it('have no topic where what is on the device knows none', () => {
    const { topic1, topic2, topic3, furtherTopics, ...before } = pointsOf(['a', 'b', 'c', 'd']);
    expect(topicsOf(before as ReturnType<typeof pointsOf>)).toEqual(['', '', '', '']);
  });
});
