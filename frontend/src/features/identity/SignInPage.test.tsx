import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { openSignedOut } from '@/testing/openApp';
import { answers, refuses, service } from '@/testing/service';
import { write } from '@/testing/write';

const problem = (kind: string) => ({
  type: `urn:dialogspejl:problem:${kind}`,
  title: '',
  status: 401,
  detail: '',
});

async function signIn(person: Awaited<ReturnType<typeof openSignedOut>>['person']) {
  await write(person, await screen.findByLabelText('E-mail'), 'anna@fjordby.example');
  await write(person, screen.getByLabelText('Adgangskode'), 'spejl-demo-2026');
  await person.click(screen.getByRole('button', { name: 'Log ind' }));
}

describe('signing in', () => {
  it('says what is missing before it asks the service', async () => {
    const { person } = await openSignedOut('/');
    await person.click(await screen.findByRole('button', { name: 'Log ind' }));
    expect(screen.getByText('Skriv din adgangskode')).toBeTruthy();
  });

  it('asks for the code once the service does, and sends all three', async () => {
    const sent: Record<string, string>[] = [];
    service.use(
      http.post('*/api/v1/session', async ({ request }) => {
        const body = (await request.json()) as Record<string, string>;
        sent.push(body);
        return body.code === '492039'
          ? HttpResponse.json({
              access_token: `x.${btoa(JSON.stringify({ sub: 'anna' }))}.x`,
              token_type: 'Bearer',
              expires_in: 600,
            })
          : HttpResponse.json(problem(body.code ? 'second-factor-wrong' : 'second-factor-needed'), {
              status: 401,
            });
      }),
    );
    answers('get', '/api/v1/rounds', []);
    const { person } = await openSignedOut('/');
    await signIn(person);
    const code = await screen.findByLabelText('Kode fra din telefon');
    expect(document.activeElement).toBe(code);
    expect(screen.queryByRole('alert')).toBeNull();
    await write(person, code, '000000');
    await person.click(screen.getByRole('button', { name: 'Log ind' }));
    expect(await screen.findByText('Koden passer ikke')).toBeTruthy();
    await write(person, screen.getByLabelText('Kode fra din telefon'), '492039');
    await person.click(screen.getByRole('button', { name: 'Log ind' }));
    expect(await screen.findByRole('link', { name: /Din side/ })).toBeTruthy();
    expect(sent.at(-1)).toEqual({
      email: 'anna@fjordby.example',
      password: 'spejl-demo-2026',
      code: '492039',
    });
  });

  it('says that it pauses when it has been tried too often', async () => {
    refuses('post', '/api/v1/session', 'too-many-attempts', 429);
    const { person } = await openSignedOut('/');
    await signIn(person);
    expect(await screen.findByText('Vent lidt før du prøver igen')).toBeTruthy();
  });
});

describe('a forgotten password', () => {
  it('is reached from signing in, and says the same whether or not there is an account', async () => {
    answers('post', '/api/v1/session/forgotten', null, 204);
    const { person } = await openSignedOut('/');
    await person.click(await screen.findByRole('link', { name: 'Har du glemt din adgangskode?' }));
    await screen.findByRole('heading', { name: 'Ny adgangskode' });
    await write(person, screen.getByLabelText('E-mail'), 'anna@fjordby.example');
    await person.click(screen.getByRole('button', { name: 'Send link' }));
    expect(await screen.findByText(/Hvis anna@fjordby.example har en konto her/)).toBeTruthy();
  });

  it('asks for an address first', async () => {
    const { person } = await openSignedOut('/forgotten');
    await person.click(await screen.findByRole('button', { name: 'Send link' }));
    expect(screen.getByText(/Skriv din e-mail, for eksempel/)).toBeTruthy();
  });

  it('says so where no mail can be sent', async () => {
    refuses('post', '/api/v1/session/forgotten', 'no-mail', 501);
    const { person } = await openSignedOut('/forgotten');
    await write(person, await screen.findByLabelText('E-mail'), 'anna@fjordby.example');
    await person.click(screen.getByRole('button', { name: 'Send link' }));
    expect(await screen.findByText('Vi kan ikke sende mails herfra')).toBeTruthy();
  });
});
