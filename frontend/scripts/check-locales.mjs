// The texts: the same in both languages, none empty, none missing, none left over.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { place, sources, walk } from './sources.mjs';

const LANGUAGES = ['da', 'en'];
const DEFAULT = 'app';
const faults = [];

// --- What there is: language → namespace → key → text ---

function flat(value, path = []) {
  if (typeof value === 'string') return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, [...path, key]));
}

const texts = Object.fromEntries(
  LANGUAGES.map((language) => {
    const folder = `src/locales/${language}`;
    const read = (file) => new Map(flat(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))));
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    return [language, Object.fromEntries(files.map((file) => [file.slice(0, -5), read(file)]))];
  }),
);
const namespaces = [...new Set(LANGUAGES.flatMap((language) => Object.keys(texts[language])))];

// --- Both languages ---

const plural = /_(zero|one|two|few|many|other)$/;
const categories = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    new Intl.PluralRules(language).resolvedOptions().pluralCategories,
  ]),
);
const placeholders = (text) =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)/g)].map((found) => found[1]))].sort().join(', ');

/** A key without its plural ending, where it has the endings of a plural. */
function stem(key, keys) {
  const base = key.replace(plural, '');
  return base !== key && keys.has(`${base}_other`) ? base : key;
}

for (const namespace of namespaces) {
  const stems = {};
  for (const language of LANGUAGES) {
    const at = `src/locales/${language}/${namespace}.json`;
    const found = texts[language][namespace];
    stems[language] = new Set();
    if (!found) {
      faults.push(`${at} is missing`);
      continue;
    }
    for (const [key, text] of found) {
      const base = stem(key, found);
      stems[language].add(base);
      if (!text.trim()) faults.push(`${at}: ${key} is empty`);
      if (base === key) continue;
      for (const category of categories[language]) {
        if (!found.has(`${base}_${category}`)) faults.push(`${at}: ${base} has no _${category}`);
      }
      // i18next takes “_zero” for nothing at all in every language.
      if (![...categories[language], 'zero'].some((category) => key === `${base}_${category}`)) {
        faults.push(`${at}: ${key} is no plural of this language`);
      }
    }
  }
  const [first, second] = LANGUAGES;
  for (const [one, other] of [
    [first, second],
    [second, first],
  ]) {
    for (const base of stems[one]) {
      if (!stems[other].has(base)) {
        faults.push(`src/locales/${other}/${namespace}.json: ${base} is missing`);
      }
    }
  }
  for (const base of stems[first]) {
    if (!stems[second].has(base)) continue;
    // A plural may leave the number out of “one”, so a plural's placeholders are those of all its forms.
    const [a, b] = LANGUAGES.map((language) => {
      const found = texts[language][namespace];
      const forms = [...found].filter(([key]) => stem(key, found) === base);
      return placeholders(forms.map(([, text]) => text).join(' '));
    });
    if (a !== b)
      faults.push(`${namespace}:${base} has {{${a}}} in ${first} and {{${b}}} in ${second}`);
  }
}

// --- The types know every namespace ---

const typed = readFileSync('src/lib/text/i18next.d.ts', 'utf8');
for (const namespace of namespaces) {
  if (!typed.includes(`${namespace}: typeof ${namespace};`)) {
    faults.push(`src/lib/text/i18next.d.ts does not name ${namespace}`);
  }
}

// --- What the code says: keys as they stand, and patterns of those that are put together ---

const used = Object.fromEntries(namespaces.map((namespace) => [namespace, []]));
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys that an expression can be, as patterns. */
function patterns(node) {
  const found = [];
  walk(node, (inner) => {
    if (ts.isTemplateExpression(inner)) {
      const spans = inner.templateSpans.map(({ literal }) => `.+${escaped(literal.text)}`);
      found.push({ node: inner, text: escaped(inner.head.text) + spans.join(''), whole: false });
    } else if (ts.isStringLiteralLike(inner)) {
      found.push({ node: inner, text: escaped(inner.text), raw: inner.text, whole: true });
    }
  });
  return found;
}

function namespacesOf(source) {
  const own = new Set();
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'useTranslation') return;
    const [argument] = node.arguments;
    const named = argument ? patterns(argument).map(({ raw }) => raw) : [];
    for (const name of named.length ? named : [DEFAULT]) own.add(name);
  });
  return [...own];
}

const all = sources('src', ['.ts', '.tsx']);
const byFolder = new Map();
for (const source of all) {
  const folder = dirname(source.fileName);
  const own = byFolder.get(folder) ?? new Set();
  for (const namespace of namespacesOf(source)) own.add(namespace);
  byFolder.set(folder, own);
}

function use({ text, raw, whole, node }, candidates, certain) {
  const [prefix, rest] = text.includes(':') ? text.split(/:(.*)/s) : [undefined, text];
  const among = prefix && namespaces.includes(prefix) ? [prefix] : candidates;
  const pattern = new RegExp(
    `^${prefix && namespaces.includes(prefix) ? rest : text}(${plural.source})?$`,
  );
  for (const namespace of among) used[namespace]?.push(pattern);
  if (!certain || !whole) return;
  const known = among.some((namespace) =>
    [...(texts.da[namespace]?.keys() ?? [])].some((key) => pattern.test(key)),
  );
  if (!known)
    faults.push(`${place(node)} asks for “${raw}”, which ${among.join(', ')} does not have`);
}

for (const source of all) {
  const own = namespacesOf(source);
  const nearby = [...(byFolder.get(dirname(source.fileName)) ?? [])];
  walk(source, (node) => {
    const asks =
      (ts.isCallExpression(node) && /^(t|i18n(ext)?\.t)$/.test(node.expression.getText())) ||
      (ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey');
    if (asks) {
      const key = ts.isJsxAttribute(node) ? node.initializer : node.arguments[0];
      if (!key) return;
      const certain = ts.isStringLiteralLike(key);
      for (const found of patterns(key)) use(found, own.length ? own : nearby, certain);
      return;
    }
    // A key that is chosen in one place and looked up in another stands there as a plain string.
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      if (ts.isTemplateExpression(node) && !/^[\w.:]+/.test(node.head.text)) return;
      for (const found of patterns(node)) {
        if (found.node === node && found.text.replace(/[.+\\]/g, '')) use(found, nearby, false);
      }
    }
  });
}

for (const namespace of namespaces) {
  const found = texts.da[namespace] ?? new Map();
  for (const key of found.keys()) {
    if (!used[namespace].some((pattern) => pattern.test(key))) {
      faults.push(`${namespace}:${key} is used nowhere`);
    }
  }
}

if (faults.length) {
  console.error([...new Set(faults)].join('\n'));
  process.exit(1);
}
