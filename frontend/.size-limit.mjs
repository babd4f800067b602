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

// Signing in and home are in the entry; the service worker is registered as soon as it runs.
const first = needed(
  modules.filter((key) => manifest[key].isEntry || key.includes('workbox-window')),
);

const onDemand = [...new Set(modules.flatMap((key) => manifest[key].dynamicImports ?? []))].filter(
  (key) => !first.has(key),
);
const text = (key) => key.startsWith('src/locales/');
/** A page asks for some of the texts, in one language; all of them are counted. */
const texts = onDemand.filter((key) => key.startsWith('src/locales/da/'));
/** Around every page of a round. */
const frame = onDemand.find((key) => manifest[key].name === 'RoundLayout');
const further = onDemand.filter((key) => key !== frame && !text(key));
if (!frame || further.length === 0) throw new Error('The manifest names no pages');

export default [
  { name: 'first page', path: scripts(first), limit: FIRST_PAGE },
  ...further.map((key) => ({
    name: manifest[key].name,
    path: scripts([...needed([key, frame, ...texts])].filter((other) => !first.has(other))),
    limit: EACH_FURTHER,
  })),
].map((budget) => ({ ...budget, gzip: true, brotli: false }));
