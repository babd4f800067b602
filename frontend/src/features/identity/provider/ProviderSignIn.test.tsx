import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { App } from '@/app/App';
import { changeLanguage, type Language } from '@/lib/text/language';
import { answers, refuses, takes } from '@/testing/service';
import { setOut } from './trip';

const provider = {
  issuer: 'https://login.example',
  name: 'Fjordby Kommune',
  clientId: 'dialogspejl',
  authorizationEndpoint: 'https://login.example/authorize',
  answersWithIssuer: false,
};

async function openSignedOut(path: string, language: Language = 'da') {
  localStorage.clear();
  window.history.replaceState({}, '', path);
  await changeLanguage(language);
  await session.restore();
  render(<App />);
  return userEvent.setup();
}

describe('signing in through the organisation', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks for the address at work, and tells when no organisation has it', async () => {
    refuses('post', '/api/v1/session/provider', 'no-provider', 404);
    const person = await openSignedOut('/');
    await person.click(
      await screen.findByRole('button', { name: 'Log ind gennem din organisation' }),
    );
    const email = await screen.findByRole('textbox', { name: 'E-mail' });
    expect(document.activeElement).toBe(email);
    await person.click(screen.getByRole('button', { name: 'Gå videre' }));
    expect(screen.getByText('Skriv din e-mail, for eksempel anna@kommune.dk')).toBeTruthy();
    await person.type(email, 'nogen@ukendt.example');
    await person.click(screen.getByRole('button', { name: 'Gå videre' }));
    expect(await screen.findByText('Den vej kan du ikke logge ind')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Log ind med e-mail og adgangskode' }));
    expect(await screen.findByLabelText('Adgangskode')).toBeTruthy();
  });

  it('goes on where one was going, and leaves no code in the address', async () => {
    const sent: unknown[] = [];
    takes('post', '/api/v1/session/code', (body) => {
      sent.push(body);
      return {
        access_token: `x.${btoa(JSON.stringify({ sub: 'anna' }))}.x`,
        token_type: 'Bearer',
        expires_in: 600,
      };
    });
    answers('get', '/api/v1/rounds', []);
    const state = (await setOut(provider, '/me')).searchParams.get('state');
    await openSignedOut(`/signed-in#code=kode&state=${state}`);
    expect(await screen.findByRole('heading', { name: 'Din side' })).toBeTruthy();
    expect(location.pathname + location.hash).toBe('/me');
    expect(sent).toMatchObject([{ issuer: provider.issuer, code: 'kode' }]);
  });

  it('says what to do when somebody is not invited, and lets them try the other way', async () => {
    refuses('post', '/api/v1/session/code', 'not-invited', 403);
    const state = (await setOut(provider, '/')).searchParams.get('state');
    const person = await openSignedOut(`/signed-in#code=kode&state=${state}`, 'en');
    expect(await screen.findByText('You are not here yet')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByLabelText('Password')).toBeTruthy();
  });

  it('takes no answer to a question that was not asked here', async () => {
    await openSignedOut('/signed-in#code=fremmed&state=fremmed');
    expect(await screen.findByText('Du kunne ikke logges ind')).toBeTruthy();
    expect(location.hash).toBe('');
  });
});
