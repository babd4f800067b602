import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const LIST = '/api/v1/api-clients';
const ONE = `${LIST}/:clientId`;

const secret = { id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f71', createdAt: '2026-11-02T09:00:00Z' };

const hr: Schemas['ApiClientView'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f70',
  version: 2,
  clientId: 'client-8f14e45fceea167a',
  name: 'Kommunens HR-system',
  scopes: ['summaries:read'],
  networks: ['192.0.2.0/24'],
  teams: [],
  createdAt: '2026-11-02T09:00:00Z',
  secrets: [{ ...secret, lastUsedAt: '2026-11-20T07:30:00Z' }],
};

const open = (language: 'da' | 'en' = 'da') =>
  openAsAdministrator('/administration/api-clients', language);

describe('the systems with access', () => {
  it('say what each may do, from where, and when it did', async () => {
    answers('get', LIST, [hr]);
    await open();
    const section = await screen.findByRole('region', { name: 'Kommunens HR-system' });
    expect(within(section).getByText('Hente delte opsummeringer')).toBeTruthy();
    expect(within(section).getByText('Kun fra 192.0.2.0/24')).toBeTruthy();
    expect(within(section).getAllByText(/^Sidst brugt fre\. 20\. nov\./)).toBeTruthy();
  });

  it('explain themselves while there are none', async () => {
    answers('get', LIST, []);
    await open();
    expect(await screen.findByRole('heading', { name: 'Ingen systemer har adgang' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'API-dokumentation' })).toBeTruthy();
  });

  it('show their shape while they wait, and what to do when the service fails', async () => {
    keepsWaiting('get', LIST);
    const { container, unmount } = await open();
    await screen.findByRole('heading', { name: 'Systemer med adgang' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
    unmount();
    refuses('get', LIST, 'unexpected', 500);
    await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('get a new one once its fields are right, and say what comes next', async () => {
    answers('get', LIST, []);
    const sent: unknown[] = [];
    takes('post', LIST, (body: object) => {
      sent.push(body);
      return { ...hr, name: 'Løn', secrets: [] };
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Giv et system adgang' }));
    await person.click(screen.getByRole('button', { name: 'Giv adgang' }));
    expect(screen.getByText('Skriv hvad systemet hedder.')).toBeTruthy();
    expect(screen.getByText('Vælg mindst én ting det må.')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.type(screen.getByLabelText('Systemets navn'), 'Løn');
    await person.click(screen.getByRole('checkbox', { name: 'Hente delte opsummeringer' }));
    await person.type(
      screen.getByLabelText('Kun fra disse netværk'),
      '192.0.2.0/24{Enter}2001:db8::/32',
    );
    await person.click(screen.getByRole('button', { name: 'Giv adgang' }));
    expect(await screen.findByText(/^Løn har fået adgang\./)).toBeTruthy();
    expect(sent).toEqual([
      {
        name: 'Løn',
        scopes: ['summaries:read'],
        networks: ['192.0.2.0/24', '2001:db8::/32'],
        teams: [],
      },
    ]);
  });

  it('keep what was filled in when the service says no, at its field', async () => {
    answers('get', LIST, []);
    refuses('post', LIST, 'invalid', 400, {
      violations: [{ field: 'networks[0]', detail: 'Det er ikke et netværk.' }],
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Giv et system adgang' }));
    await person.type(screen.getByLabelText('Systemets navn'), 'Løn');
    await person.click(screen.getByRole('checkbox', { name: 'Hente delte opsummeringer' }));
    await person.click(screen.getByRole('button', { name: 'Giv adgang' }));
    expect(await screen.findByText('Det er ikke et netværk.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Systemets navn').value).toBe('Løn');
  });

  it('show a new secret once, until it is put in', async () => {
    answers('get', LIST, [hr]);
    takes('post', `${ONE}/secrets`, () => ({
      ...secret,
      clientId: hr.clientId,
      secret: 'kun-denne-gang',
    }));
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Lav en hemmelig nøgle' }));
    expect(await screen.findByText('kun-denne-gang')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Nøglen bliver kun vist denne ene gang');
    await person.click(screen.getByRole('button', { name: 'Kopiér: Hemmelig nøgle' }));
    expect(await navigator.clipboard.readText()).toBe('kun-denne-gang');
    await person.click(screen.getByRole('button', { name: 'Jeg har lagt den ind' }));
    expect(screen.queryByText('kun-denne-gang')).toBeNull();
  });

  it('lose a secret and their access only when asked twice', async () => {
    answers('get', LIST, [hr]);
    const done: string[] = [];
    takes('delete', `${ONE}/secrets/:secretId`, (_, request) => {
      done.push(`secret ${request.headers.get('If-Match')}`);
      return hr;
    });
    takes('post', `${ONE}/revoke`, (_, request) => {
      done.push(`client ${request.headers.get('If-Match')}`);
      return { ...hr, revokedAt: '2026-11-25T12:00:00Z' };
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Fjern nøglen' }));
    await person.click(screen.getByRole('button', { name: 'Luk adgangen' }));
    expect(done).toEqual([]);
    expect(
      screen.getByText(/^Kommunens HR-system kan inden for få sekunder intet mere/),
    ).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Fjern den' }));
    await waitFor(() => expect(done).toEqual(['secret "2"']));
    await person.click(screen.getByRole('button', { name: 'Luk den for altid' }));
    await waitFor(() => expect(done).toEqual(['secret "2"', 'client "2"']));
  });

  it('speak English', async () => {
    answers('get', LIST, [{ ...hr, revokedAt: '2026-11-25T12:00:00Z' }]);
    await open('en');
    expect(
      await screen.findByText('Access was closed on 25 November 2026 and cannot be opened again.'),
    ).toBeTruthy();
  });

  it('stay ended where something else is changed on their last day', async () => {
    const expiresAt = new Date(new Date().setHours(0, 0, 1, 0)).toISOString();
    answers('get', LIST, [{ ...hr, expiresAt }]);
    const sent: { expiresAt?: string }[] = [];
    takes('put', ONE, (body: { expiresAt?: string }) => {
      sent.push(body);
      return hr;
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Ret' }));
    await person.type(screen.getByLabelText('Systemets navn'), ' 2');
    await person.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(sent.map((body) => body.expiresAt)).toEqual([expiresAt]));
  });
});
