import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const LIST = '/api/v1/invitations';
const ERASURES = '/api/v1/erasure-requests';

const mette: Schemas['Invitation'] = {
  person: { id: 'm', name: 'Mette Dahl' },
  email: 'mette@fjordby.example',
  invitedAt: '2026-12-10T09:20:00Z',
  expired: false,
};

const open = (language: 'da' | 'en' = 'da') =>
  openAsAdministrator('/administration/people/invitations', language);

describe('the invitations', () => {
  it('that wait say where they were sent and whether they still work', async () => {
    answers('get', LIST, [
      mette,
      { ...mette, person: { id: 'b', name: 'Bo Lund' }, expired: true },
    ]);
    await open();
    expect(await screen.findByText('Inviteret 10. december 2026.')).toBeTruthy();
    expect(
      screen.getByText('Inviteret 10. december 2026. Linket virker ikke længere.'),
    ).toBeTruthy();
  });

  it('are sent again, and taken back after it is told what follows', async () => {
    answers('get', LIST, [mette]);
    const done: string[] = [];
    takes('post', `${LIST}/:personId/resend`, () => {
      done.push('resent');
      return {};
    });
    takes('delete', `${LIST}/:personId`, () => {
      done.push('revoked');
      answers('get', LIST, []);
      return {};
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Send igen' }));
    expect(await screen.findByText('Invitationen er på vej igen.')).toBeTruthy();
    answers('get', '/api/v1/directory/people/:personId/deactivate', [
      { kind: 'OWN_ROUNDS', count: 1, detail: 'Ét forløb om personens egne dialoger går i stå.' },
    ]);
    await person.click(screen.getByRole('button', { name: 'Træk tilbage …' }));
    expect(await screen.findByText(/^Ét forløb om personens egne dialoger/)).toBeTruthy();
    expect(screen.getByText(/^Personen kan ikke længere komme ind/)).toBeTruthy();
    expect(done).toEqual(['resent']);
    await person.click(screen.getByRole('button', { name: 'Træk tilbage' }));
    expect(await screen.findByText('Invitationen til Mette Dahl er trukket tilbage.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Slet også navnet' }).getAttribute('href')).toBe(
      '/administration/people/m',
    );
    expect(done).toEqual(['resent', 'revoked']);
    expect(await screen.findByRole('heading', { name: 'Ingen invitationer venter' })).toBeTruthy();
  });

  it('get a new one once its fields are right, and keep them where the service says no', async () => {
    answers('get', LIST, []);
    refuses('post', LIST, 'invalid', 400, {
      violations: [{ field: 'email', detail: 'Der er allerede en konto med den adresse.' }],
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Invitér en medarbejder' }));
    await person.click(screen.getByRole('button', { name: 'Send invitationen' }));
    expect(screen.getByText('Skriv hvad personen hedder.')).toBeTruthy();
    expect(screen.getByText('Skriv en e-mail.')).toBeTruthy();
    await person.type(screen.getByLabelText('Navn'), 'Ida Bæk');
    await person.type(screen.getByLabelText('E-mail'), 'ida@fjordby.example');
    await person.click(screen.getByRole('checkbox', { name: 'Leder' }));
    await person.click(screen.getByRole('button', { name: 'Send invitationen' }));
    expect(await screen.findByText('Der er allerede en konto med den adresse.')).toBeTruthy();
    const sent: unknown[] = [];
    takes('post', LIST, (body) => {
      sent.push(body);
      return {};
    });
    await person.click(screen.getByRole('button', { name: 'Send invitationen' }));
    expect(await screen.findByText('Ida Bæk får en mail om hvordan man logger ind.')).toBeTruthy();
    expect(sent).toEqual([
      { name: 'Ida Bæk', email: 'ida@fjordby.example', grantedRoles: ['LEADER'] },
    ]);
  });

  it('show their shape while they wait and what to do when the service fails, in English too', async () => {
    keepsWaiting('get', LIST);
    const waiting = await open();
    await screen.findByRole('heading', { name: 'Invitationer' });
    expect(waiting.container.querySelector('[aria-busy="true"]')).toBeTruthy();
    waiting.unmount();
    refuses('get', LIST, 'unexpected', 500);
    await open('en');
    expect(await screen.findByRole('heading', { name: 'Invitations' })).toBeTruthy();
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});

describe('the requests to be erased', () => {
  const openErasures = () => openAsAdministrator('/administration/people/erasures');

  it('are carried out when asked twice', async () => {
    answers('get', ERASURES, [
      { id: 'r', person: { id: 'b', name: 'Bo Lund' }, askedAt: '2026-12-10T09:20:00Z' },
    ]);
    const done: string[] = [];
    takes('post', `${ERASURES}/:personId/carry-out`, (_, request) => {
      done.push(new URL(request.url).pathname);
      answers('get', ERASURES, []);
      return {};
    });
    const { person } = await openErasures();
    expect(await screen.findByText('Bad om det 10. december 2026')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Slet alt om personen' }));
    expect(done).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Slet for altid' }));
    expect(await screen.findByText('Slettet for altid.')).toBeTruthy();
    await waitFor(() => expect(done).toEqual([`${ERASURES}/b/carry-out`]));
    expect(
      await screen.findByRole('heading', { name: 'Ingen har bedt om at blive slettet' }),
    ).toBeTruthy();
  });

  it('show their shape while they wait, and what to do when the service fails', async () => {
    keepsWaiting('get', ERASURES);
    const waiting = await openErasures();
    await screen.findByRole('heading', { name: 'Anmodninger om sletning' });
    expect(waiting.container.querySelector('[aria-busy="true"]')).toBeTruthy();
    waiting.unmount();
    refuses('get', ERASURES, 'unexpected', 500);
    await openErasures();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });
});
