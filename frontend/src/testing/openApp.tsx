import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { session } from '@/api/session';
import { App } from '@/app/App';
import { changeLanguage, type Language } from '@/lib/text/language';
import { iHave } from './service';

/** Opens the whole app at an address, as Anna, who is signed in. */
export async function openApp(path: string, language: Language = 'da') {
  window.history.replaceState({}, '', path);
  await changeLanguage(language);
  await session.signIn('anna@fjordby.example', 'spejl-demo-2026');
  const person = userEvent.setup();
  return { person, ...render(<App />) };
}

/** Opens the whole app at an address, as Anna where she is an administrator. */
export function openAsAdministrator(path: string, language: Language = 'da') {
  iHave({ roles: ['EMPLOYEE', 'ADMINISTRATOR'] });
  return openApp(path, language);
}

/** Opens the whole app at an address, as somebody who is not signed in. */
export async function openSignedOut(path: string) {
  window.history.replaceState({}, '', path);
  await changeLanguage('da');
  localStorage.clear();
  await session.restore();
  const person = userEvent.setup();
  return { person, ...render(<App />) };
}
