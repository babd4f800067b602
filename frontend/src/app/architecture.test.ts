import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');

/** What each part of `src` may import, beside itself. `app` puts everything together. */
const MAY: Record<string, string[]> = {
  api: [],
  lib: ['api', 'locales'],
  components: ['api', 'lib'],
  features: ['api', 'lib', 'components'],
};

/** Why a file may not import another; undefined where it may. Both are paths below `src`, with `/`. */
function fault(file: string, imported: string): string | undefined {
  const [part = '', feature] = file.split('/');
  const [to = '', toFeature, ...inside] = imported.split('/');
  const allowed = MAY[part];
  if (/\/given$/.test(imported)) return `${file} imports what tests are given: ${imported}`;
  if (!allowed) return undefined;
  if (part === 'features' && to === 'features') {
    if (feature === toFeature || inside.length === 0) return undefined;
    return `${file} imports the inside of ${toFeature}: ${imported}`;
  }
  return part === to || allowed.includes(to) ? undefined : `${file} imports ${imported}`;
}

/** The files of `src` that a file imports, also lazily. */
function imports(file: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .flatMap((name) => {
      if (name.startsWith('@/')) return [name.slice(2)];
      if (name.startsWith('.')) return [posix.join(dirname(file), name)];
      return [];
    })
    .map((path) => path.replace(/\/index(\.tsx?)?$/, ''));
}

/** Tests, and what they share beside a page. */
const isTest = (file: string) => /(\.test|\/given)\.tsx?$/.test(file);

describe('the shape of the house', () => {
  it('lets a part import only what is below it, and of another feature only its index', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .map((file) => relative(SRC, join(SRC, file)).replaceAll('\\', '/'))
      .filter((file) => /\.tsx?$/.test(file) && !isTest(file));
    expect(files.length).toBeGreaterThan(40);
    const faults = files.flatMap((file) =>
      imports(file, readFileSync(join(SRC, file), 'utf8')).map((imported) => fault(file, imported)),
    );
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it.each([
    ['features/home/HomePage.tsx', 'features/rounds/live'],
    ['features/home/HomePage.tsx', 'app/queries'],
    ['lib/text/words.ts', 'features/rounds'],
    ['lib/text/words.ts', 'components/Page'],
    ['components/Page.tsx', 'features/rounds'],
    ['features/home/HomePage.tsx', 'features/home/given'],
    ['features/home/HomePage.tsx', 'testing/data'],
    ['api/client.ts', 'lib/text/language'],
    ['api/client.ts', 'features/rounds'],
  ])('would notice %s importing %s', (file, imported) => {
    expect(fault(file, imported)).toBeDefined();
  });

  it('reads imports of every form', () => {
    const text = `
      import { a } from '@/features/rounds/live';
      import type { B } from '../steps';
      export { c } from './c';
      const later = () => import('@/features/guides/index');
      import 'react';`;
    expect(imports('features/rounds/home/HomePage.tsx', text)).toEqual([
      'features/rounds/live',
      'features/rounds/steps',
      'features/rounds/home/c',
      'features/guides',
    ]);
  });
});
