import { describe, expect, it } from 'vitest';
import { isSame, markOf } from './fingerprint';

const MIB = 1024 * 1024;
const file = (bytes: Uint8Array<ArrayBuffer>, name = 'film.mp4') => new File([bytes], name);

function large(...changes: [at: number, byte: number][]) {
  const bytes = new Uint8Array(3 * MIB);
  for (const [at, byte] of changes) bytes[at] = byte;
  return file(bytes);
}

describe('a recording', () => {
  it('is known again under another name', async () => {
    const bytes = new TextEncoder().encode('dialog');
    const [before, after] = [await markOf(file(bytes)), await markOf(file(bytes, 'ny.mp4'))];
    expect(isSame(before, after)).toBe(true);
    expect(before).toMatchObject({ name: 'film.mp4', size: 6 });
    expect(before.hash).toMatch(/^[\da-f]{64}$/);
  });

  it('is told from another of the same size by its beginning and its end', async () => {
    const mark = await markOf(large());
    expect(isSame(mark, await markOf(large([0, 1])))).toBe(false);
    expect(isSame(mark, await markOf(large([3 * MIB - 1, 1])))).toBe(false);
  });

  it('is not read through, whatever its size', async () => {
    const mark = await markOf(large());
    expect(isSame(mark, await markOf(large([MIB + 10, 1])))).toBe(true);
  });

  it('is told from a longer one', async () => {
    const mark = await markOf(file(new Uint8Array(2 * MIB)));
    expect(isSame(mark, await markOf(file(new Uint8Array(3 * MIB))))).toBe(false);
  });
});
