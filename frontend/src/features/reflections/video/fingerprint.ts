import type { FileMark } from '@/features/dialogues';

const MIB = 1024 * 1024;

/** By what a file is known again: reads its first and last MiB, whatever its size. */
export async function markOf(file: File): Promise<FileMark> {
  const [first, last] = await Promise.all([
    file.slice(0, MIB).arrayBuffer(),
    file.slice(Math.max(0, file.size - MIB)).arrayBuffer(),
  ]);
  const ends = new Uint8Array(first.byteLength + last.byteLength);
  ends.set(new Uint8Array(first));
  ends.set(new Uint8Array(last), first.byteLength);
  const digest = await crypto.subtle.digest('SHA-256', ends);
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return { name: file.name, size: file.size, hash: hash.join('') };
}

/** Whether two marks are of the same recording. A file may be renamed or moved. */
export function isSame(a: FileMark, b: FileMark): boolean {
  return a.size === b.size && a.hash === b.hash;
}
