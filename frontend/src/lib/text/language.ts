import i18next, { type BackendModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

const STORED = 'dialogspejl-language';

/** What the first page needs comes with it; the rest comes with its route. */
const first = import.meta.glob<ResourceLanguage>('../../locales/*/{app,identity,home}.json', {
  eager: true,
  import: 'default',
});
const later = import.meta.glob<ResourceLanguage>(
  ['../../locales/*/*.json', '!../../locales/*/{app,identity,home}.json'],
  { import: 'default' },
);

const path = (language: string, namespace: string) => `../../locales/${language}/${namespace}.json`;

const byRoute: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = later[path(language, namespace)];
    if (!load) done(new Error(`no text ${language}/${namespace}`), false);
    else
      load().then(
        (text) => done(null, text),
        (error) => done(error, false),
      );
  },
};

function bundle(language: Language) {
  const of = (namespace: string) => first[path(language, namespace)] ?? {};
  return { app: of('app'), identity: of('identity'), home: of('home') };
}

/** Danish unless English was chosen; the choice is remembered on the device. */
function chosen(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'da';
  } catch {
    return 'da';
  }
}

void i18next
  .use(byRoute)
  .use(initReactI18next)
  .init({
    lng: chosen(),
    fallbackLng: false,
    ns: ['app', 'identity', 'home'],
    defaultNS: 'app',
    partialBundledLanguages: true,
    resources: { da: bundle('da'), en: bundle('en') },
    interpolation: { escapeValue: false },
    returnNull: false,
  });

document.documentElement.lang = i18next.language;

// Before anyone else hears of the change, so that what is asked for anew is asked for in the new language.
i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

export async function changeLanguage(language: Language) {
  await i18next.changeLanguage(language);
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // The choice lasts as long as the page.
  }
}

export { i18next };
