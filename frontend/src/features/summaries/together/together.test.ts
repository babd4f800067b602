import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { caretAfter } from './caret';
import { gather } from './gather';
import { makeTeller } from './teller';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the caret when the other writes', () => {
  const at = (before: string, after: string) => {
    const caret = caretAfter(before.replace('|', ''), after, before.indexOf('|'));
    return `${after.slice(0, caret)}|${after.slice(caret)}`;
  };

  it('stays with the words it stands by', () => {
    expect(at('Ro| og smil', 'Ro og varmt smil')).toBe('Ro| og varmt smil');
    expect(at('Ro og smil|', 'Stor ro, og smil')).toBe('Stor ro, og smil|');
    expect(at('Ro og| smil', 'Stor Ro og smil')).toBe('Stor Ro og| smil');
  });

  it('goes to the end of what came instead, when its words are gone', () => {
    expect(at('Ro og s|mil', 'Ro og latter')).toBe('Ro og latter|');
    expect(at('Helt| andet', '')).toBe('|');
  });
});

describe('telling in which field one is', () => {
  it('says nothing of a field one only passes, and tells leaving and entering as one', () => {
    const send = vi.fn();
    const teller = makeTeller(send);
    teller.enter('workedWell');
    vi.advanceTimersByTime(100);
    teller.leave('workedWell');
    teller.enter('learning');
    vi.advanceTimersByTime(1_000);
    expect(send.mock.calls).toEqual([['learning']]);
    teller.leave('learning');
    vi.advanceTimersByTime(1_000);
    expect(send).toHaveBeenLastCalledWith(undefined);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('says it again now and then, and no more once one has gone', () => {
    const send = vi.fn();
    const teller = makeTeller(send);
    teller.enter('learning');
    vi.advanceTimersByTime(61_000);
    expect(send).toHaveBeenCalledTimes(3);
    teller.end();
    expect(send).toHaveBeenLastCalledWith(undefined);
    vi.advanceTimersByTime(61_000);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('has nothing to take back where nothing was said', () => {
    const send = vi.fn();
    makeTeller(send).end();
    expect(send).not.toHaveBeenCalled();
  });
});

describe('saying aloud what the other writes', () => {
  it('gathers for a second, then waits ten before it speaks again', () => {
    const say = vi.fn();
    const voice = gather(say);
    voice.add(['workedWell']);
    voice.add(['workedWell', 'learning']);
    expect(say).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(say).toHaveBeenLastCalledWith(['workedWell', 'learning']);
    voice.add(['learning']);
    vi.advanceTimersByTime(9_000);
    expect(say).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(say).toHaveBeenLastCalledWith(['learning']);
  });

  it('says nothing after its end', () => {
    const say = vi.fn();
    const voice = gather(say);
    voice.add(['learning']);
    voice.end();
    vi.advanceTimersByTime(20_000);
    expect(say).not.toHaveBeenCalled();
  });
});
