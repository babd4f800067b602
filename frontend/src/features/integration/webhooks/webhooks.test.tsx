import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, refuses, service, takes } from '@/testing/service';

const LIST = '/api/v1/webhooks';
const ONE = `${LIST}/:webhookId`;

const webhook: Schemas['Webhook'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f80',
  version: 4,
  name: 'HR',
  url: 'https://hr.example.org/dialogspejl',
  events: ['summary.shared', 'summary.withdrawn'],
  createdAt: '2026-11-02T09:00:00Z',
  secrets: [{ id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f81', createdAt: '2026-11-02T09:00:00Z' }],
};

const delivery: Schemas['WebhookDelivery'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f90',
  eventId: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f91',
  type: 'summary.shared',
  subjectId: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40',
  occurredAt: '2026-11-20T07:30:00Z',
  status: 'GIVEN_UP',
  attempts: [
    { number: 1, at: '2026-11-20T07:30:01Z', outcome: 'NOT_ACCEPTED', status: 500 },
    { number: 2, at: '2026-11-20T07:30:06Z', outcome: 'TIMED_OUT' },
  ],
};

const at = `/administration/webhooks/${webhook.id}`;

function given(more: Partial<Schemas['Webhook']> = {}, deliveries = [delivery]) {
  answers('get', LIST, [{ ...webhook, ...more }]);
  answers('get', ONE, { ...webhook, ...more });
  answers('get', `${ONE}/deliveries`, deliveries);
}

describe('webhooks', () => {
  it('are listed with whether they work', async () => {
    given({ failingSince: '2026-11-24T10:00:00Z' });
    await openAsAdministrator('/administration/webhooks');
    const section = await screen.findByRole('region', { name: 'HR' });
    expect(within(section).getByText('Når ikke frem')).toBeTruthy();
    expect(within(section).getByRole('link', { name: 'Se HR' })).toBeTruthy();
  });

  it('explain themselves while there are none', async () => {
    answers('get', LIST, []);
    await openAsAdministrator('/administration/webhooks');
    expect(await screen.findByRole('heading', { name: 'Ingen systemer får besked' })).toBeTruthy();
  });

  it('are added once their fields are right, and are given a key on their page', async () => {
    answers('get', LIST, []);
    given({ secrets: [] }, []);
    answers('get', LIST, []);
    const sent: unknown[] = [];
    takes('post', LIST, (body: object) => {
      sent.push(body);
      return { ...webhook, secrets: [] };
    });
    const { person } = await openAsAdministrator('/administration/webhooks');
    await person.click(await screen.findByRole('button', { name: 'Tilføj en webhook' }));
    await person.click(screen.getByRole('button', { name: 'Tilføj den' }));
    expect(screen.getByText('Skriv et navn du kan kende den på.')).toBeTruthy();
    await person.type(screen.getByLabelText('Navn'), 'HR');
    await person.type(screen.getByLabelText('Adresse'), webhook.url);
    await person.click(screen.getByRole('checkbox', { name: 'En opsummering deles med HR' }));
    await person.click(screen.getByRole('button', { name: 'Tilføj den' }));
    expect(await screen.findByText(/^Vi sender intet før der er en hemmelig nøgle/)).toBeTruthy();
    expect(sent).toEqual([{ name: 'HR', url: webhook.url, events: ['summary.shared'] }]);
    expect(screen.queryByRole('button', { name: 'Send en prøvebesked' })).toBeNull();
  });

  it('keep what was filled in when the address is refused', async () => {
    answers('get', LIST, []);
    refuses('post', LIST, 'invalid', 400, {
      violations: [{ field: 'url', detail: 'Adressen skal begynde med https.' }],
    });
    const { person } = await openAsAdministrator('/administration/webhooks');
    await person.click(await screen.findByRole('button', { name: 'Tilføj en webhook' }));
    await person.type(screen.getByLabelText('Navn'), 'HR');
    await person.type(screen.getByLabelText('Adresse'), 'ftp://hr');
    await person.click(screen.getByRole('checkbox', { name: 'Et forløb begynder' }));
    await person.click(screen.getByRole('button', { name: 'Tilføj den' }));
    expect(await screen.findByText('Adressen skal begynde med https.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Adresse').value).toBe('ftp://hr');
  });

  it('tell what happened to each message, and send one again', async () => {
    given();
    const again: string[] = [];
    takes('post', `${ONE}/deliveries/:deliveryId/replay`, (_, request) => {
      again.push(request.url);
      return { ...delivery, status: 'WAITING' };
    });
    const { person } = await openAsAdministrator(at);
    expect(await screen.findByText(/: opgivet$/)).toBeTruthy();
    await person.click(screen.getByText('2 forsøg'));
    expect(screen.getByText(/blev ikke taget imod \(500\)$/)).toBeTruthy();
    expect(screen.getByText(/intet svar i tide$/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: /^Send igen: En opsummering/ }));
    await waitFor(() => expect(again).toHaveLength(1));
  });

  it('send all again from a day on, and say how many', async () => {
    given();
    takes('post', `${ONE}/replay`, () => ({ events: 3 }));
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByText('Send alt igen fra en bestemt dag'));
    await person.type(screen.getByLabelText('Fra og med'), '2026-11-20');
    await person.click(screen.getByRole('button', { name: 'Send igen' }));
    expect(await screen.findByText('3 beskeder bliver sendt igen.')).toBeTruthy();
  });

  it('say why they are off, and are turned on again', async () => {
    given({ disabledAt: '2026-11-24T10:00:00Z', disabledBecause: 'GONE' });
    const turned: (string | null)[] = [];
    takes('post', `${ONE}/enable`, (_, request) => {
      turned.push(request.headers.get('If-Match'));
      return webhook;
    });
    const { person } = await openAsAdministrator(at);
    expect(
      await screen.findByText(/fordi modtageren svarede at adressen ikke findes mere/),
    ).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Slå til igen' }));
    await waitFor(() => expect(turned).toEqual(['"4"']));
  });

  it('are deleted only when asked twice', async () => {
    given();
    const deleted: string[] = [];
    takes('delete', ONE, (_, request) => {
      deleted.push(request.url);
      return null;
    });
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Slet webhooken' }));
    expect(deleted).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Slet den' }));
    expect(await screen.findByRole('heading', { name: 'Beskeder til systemer' })).toBeTruthy();
    expect(deleted).toHaveLength(1);
  });

  it('are not written over where somebody else has changed them meanwhile, before one is told', async () => {
    given();
    const sent: (string | null)[] = [];
    takes('put', ONE, (_, request) => {
      sent.push(request.headers.get('If-Match'));
      return webhook;
    });
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Ret' }));
    await person.type(screen.getByLabelText('Navn'), ' to');
    // Somebody else changes it, and the page hears of that before this form is sent.
    const theirs = { ...webhook, version: 5, url: 'https://nyt.example.org/' };
    answers('get', ONE, theirs);
    refuses('put', ONE, 'stale', 412, { current: theirs as never });
    await person.click(screen.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('Noget er ændret i mellemtiden')).toBeTruthy();
    expect(await screen.findByText('https://nyt.example.org/')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('HR to');
    takes('put', ONE, (_, request) => {
      sent.push(request.headers.get('If-Match'));
      return theirs;
    });
    await person.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(sent).toEqual(['"5"']));
  });

  it('carry the version that a form began from, also when the page has a newer one', async () => {
    given();
    const sent: (string | null)[] = [];
    takes('put', ONE, (_, request) => {
      sent.push(request.headers.get('If-Match'));
      return webhook;
    });
    const { person, unmount } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Ret' }));
    await person.type(screen.getByLabelText('Navn'), ' to');
    unmount();
    given({ version: 5 });
    await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Ret' }));
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Navn').value).toBe('HR to'),
    );
    await person.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(sent).toEqual(['"4"']));
  });

  it('are added under the same key when the first attempt went wrong', async () => {
    given({ secrets: [] }, []);
    answers('get', LIST, []);
    const keys: (string | null)[] = [];
    service.use(
      http.post(`${location.origin}${LIST}`, ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return keys.length === 1
          ? new HttpResponse(null, { status: 500 })
          : HttpResponse.json(webhook, { status: 201 });
      }),
    );
    const { person } = await openAsAdministrator('/administration/webhooks');
    await person.click(await screen.findByRole('button', { name: 'Tilføj en webhook' }));
    await person.type(screen.getByLabelText('Navn'), 'HR');
    await person.type(screen.getByLabelText('Adresse'), webhook.url);
    await person.click(screen.getByRole('checkbox', { name: 'Et forløb begynder' }));
    await person.click(screen.getByRole('button', { name: 'Tilføj den' }));
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Tilføj den' }));
    await waitFor(() => expect(keys).toHaveLength(2));
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });
});
