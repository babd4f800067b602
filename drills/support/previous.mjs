/** The release before this one, built from what the repository knows of it and kept for the next time. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** As long as nothing is released: the commit before the five latest files of change sets. */
const BEFORE_THE_FIRST = 'e86f129';

const git = (...args) => execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim();

/** The last tag `v…` before what is checked out, or a commit where there is none. */
export function previousRelease() {
  const [last] = git('tag', '--list', 'v*', '--sort=-version:refname', '--merged', 'HEAD', '--no-contains', 'HEAD').split('\n');
  return last || BEFORE_THE_FIRST;
}

/** @returns the path of its jar */
export function built(release) {
  const folder = join(ROOT, 'drills/target', release);
  const jar = join(folder, 'backend/target/quarkus-app/quarkus-run.jar');
  if (!existsSync(jar)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('sh', ['-c', `git -C "${ROOT}" archive ${release} backend | tar -x -C "${folder}"`]);
    execFileSync('./mvnw', ['--batch-mode', '--quiet', 'package', '-DskipTests'], { cwd: join(folder, 'backend'), stdio: 'inherit' });
  }
  return jar;
}
