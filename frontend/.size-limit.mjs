// What each page may weigh, in gzipped JavaScript. Read off the build's own list of which file needs which, so
// that a new page has its budget from the start.
import { readFileSync } from 'node:fs';

const FIRST_PAGE = '170 kB';
const EACH_FURTHER = '60 kB';

const manifest = JSON.parse(readFileSync('reports/manifest.json', 'utf8'));
const modules = Object.keys(manifest);

/** Everything that is fetched when one of these is. */
function needed(roots, seen = new Set()) {
  for (const key of roots) {
    if (seen.has(key)) continue;
    seen.add(key);
    needed(manifest[key].imports ?? [], seen);
  }
  return seen;
}

const scripts = (keys) =>
  [...new Set([...keys].map((key) => manifest[key].file))]
    .filter((file) => file.endsWith('.js'))
    .map((file) => `dist/${file}`);

// Signing in and home are in the entry.
const first = needed(modules.filter((key) => manifest[key].isEntry));

const onDemand = [...new Set(modules.flatMap((key) => manifest[key].dynamicImports ?? []))].filter(
  (key) => !first.has(key),
);
const text = (key) => key.startsWith('src/locales/');
/** The texts that files name, in one language: Danish, which is the longer. */
function textsOf(files) {
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return onDemand.filter((key) => {
    const namespace = /^src\/locales\/da\/(.+)\.json$/.exec(key)?.[1];
    return namespace && new RegExp(`["'\`]${namespace}["'\`]`).test(code);
  });
}

/** Around every page of a round. */
const frame = onDemand.find((key) => manifest[key].name === 'RoundLayout');
const further = onDemand.filter((key) => key !== frame && !text(key));
if (!frame || further.length === 0) throw new Error('The manifest names no pages');

/** What a page brings that the first page has not brought already. */
function brought(page) {
  const own = [...needed([page, frame])].filter((key) => !first.has(key));
  return scripts([...own, ...textsOf(scripts(own))]);
}

export default [
  { name: 'first page', path: scripts(first), limit: FIRST_PAGE },
  ...further.map((key) => ({ name: manifest[key].name, path: brought(key), limit: EACH_FURTHER })),
].map((budget) => ({ ...budget, gzip: true, brotli: false }));
