import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openSignedOut } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';
import { write } from '@/testing/write';

const AT = '/link#org.link.secret';
const view = (kind: 'INVITATION' | 'RESET') => ({
  kind,
  name: 'Anna Holm',
  email: 'anna@fjordby.example',
});

describe('a mailed link', () => {
  it('shows its shape while it waits', async () => {
    keepsWaiting('post', '/api/v1/session/link');
    const { container } = await openSignedOut(AT);
    await screen.findByRole('heading', { name: 'Din adgangskode' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('is read from the fragment, and does not stay in the address', async () => {
    let asked: unknown;
    takes('post', '/api/v1/session/link', (body) => {
      asked = body;
      return view('INVITATION');
    });
    await openSignedOut(AT);
    expect(await screen.findByRole('heading', { name: 'Velkommen, Anna Holm' })).toBeTruthy();
    expect(asked).toEqual({ link: 'org.link.secret' });
    expect(location.href).not.toContain('secret');
  });

  it('leads to a new one when it no longer works', async () => {
    refuses('post', '/api/v1/session/link', 'link-not-good', 410);
    await openSignedOut(AT);
    expect(await screen.findByText('Linket virker ikke længere')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Bed om et nyt link' })).toBeTruthy();
  });

  it('sets the password and signs in', async () => {
    answers('post', '/api/v1/session/link', view('RESET'));
    answers('get', '/api/v1/rounds', []);
    let chosen: unknown;
    takes('post', '/api/v1/session/password', (body) => {
      chosen = body;
      return {
        access_token: `x.${btoa(JSON.stringify({ sub: 'anna' }))}.x`,
        token_type: 'Bearer',
        expires_in: 600,
      };
    });
    const { person } = await openSignedOut(AT);
    await screen.findByRole('heading', { name: 'Vælg en ny adgangskode' });
    await person.click(screen.getByRole('button', { name: 'Gem og log ind' }));
    expect(screen.getByText('Vælg en adgangskode')).toBeTruthy();
    await write(person, screen.getByLabelText('Ny adgangskode'), 'syv regnvåde giraffer');
    await person.click(screen.getByRole('button', { name: 'Gem og log ind' }));
    expect(await screen.findByRole('link', { name: /Din side/ })).toBeTruthy();
    expect(chosen).toEqual({ link: 'org.link.secret', password: 'syv regnvåde giraffer' });
  });

  it('says at the field why a password may not be chosen', async () => {
    answers('post', '/api/v1/session/link', view('RESET'));
    refuses('post', '/api/v1/session/password', 'invalid', 400, {
      violations: [{ field: 'password', detail: 'Den er for let at gætte.' }],
    });
    const { person } = await openSignedOut(AT);
    await write(person, await screen.findByLabelText('Ny adgangskode'), 'passwordpassword');
    await person.click(screen.getByRole('button', { name: 'Gem og log ind' }));
    expect(await screen.findByText('Den er for let at gætte.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the second step where there is one', async () => {
    answers('post', '/api/v1/session/link', view('RESET'));
    refuses('post', '/api/v1/session/password', 'second-factor-needed', 401);
    const { person } = await openSignedOut(AT);
    await write(person, await screen.findByLabelText('Ny adgangskode'), 'syv regnvåde giraffer');
    await person.click(screen.getByRole('button', { name: 'Gem og log ind' }));
    expect(await screen.findByLabelText('Kode fra din telefon')).toBeTruthy();
  });
});
