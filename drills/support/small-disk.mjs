/** A disk so small that it can be filled: a tmpfs, which only root may mount. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { whenOver } from './processes.mjs';

const MIB = 2 ** 20;
const PAGE = 4096;

export class SmallDisk {
  #ballast;

  /**
   * Mounts one at that folder until the drill is over.
   *
   * @throws where it may not be mounted
   */
  constructor(folder, mebibytes) {
    this.folder = folder;
    this.#ballast = join(folder, 'what-somebody-else-has-left-here');
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0700`, 'tmpfs', folder], { stdio: 'pipe' });
    } catch (problem) {
      throw new Error(`Only root may mount a small disk, in a container with the right to (SYS_ADMIN): ${problem.stderr}`);
    }
    whenOver(() => execFileSync('umount', ['--lazy', folder])); // what was killed may be on it for a moment yet
  }

  /** Bytes that are free. */
  get free() {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /** Takes what is free, to the last page. */
  fill() {
    const file = openSync(this.#ballast, 'a');
    for (const size of [MIB, PAGE]) {
      try {
        for (const piece = Buffer.alloc(size, 1); ; ) writeSync(file, piece);
      } catch (problem) {
        if (problem.code !== 'ENOSPC') throw problem;
      }
    }
    closeSync(file);
  }

  /** Gives that back. */
  clear() {
    rmSync(this.#ballast);
  }
}
