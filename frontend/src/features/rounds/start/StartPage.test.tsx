import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { agreementView, bo, guideRef, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, iHave, keepsWaiting, refuses, service, takes } from '@/testing/service';

const guides: Schemas['GuideRow'][] = [
  { ...guideRef, introduction: 'Til dig ved skranken.' },
  { id: 'g2', version: 1, title: 'Telefon', introduction: 'Til dig i telefonen.' },
];
const created = roundView({ partnerAnswer: 'INVITED' });

function given() {
  answers('get', '/api/v1/guides', guides);
  answers('get', '/api/v1/people', [{ ...bo, jobTitle: 'Sagsbehandler', team: 'Ydelser' }]);
  answers('get', '/api/v1/rounds/:roundId', created);
  answers('get', '/api/v1/rounds/:roundId/agreement', agreementView({ partnerAnswer: 'INVITED' }));
}

async function chooseAll(person: Awaited<ReturnType<typeof openApp>>['person']) {
  await person.click(await screen.findByRole('radio', { name: 'Telefon' }));
  await person.type(screen.getByLabelText('Find en kollega'), 'bo');
  await person.click(await screen.findByRole('button', { name: /Bo Lund/ }));
}

describe('starting a round', () => {
  it('shows its shape while it waits', async () => {
    keepsWaiting('get', '/api/v1/guides');
    const { container } = await openApp('/rounds/new');
    await screen.findByRole('heading', { name: 'Begynd et forløb' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', '/api/v1/guides', 'unexpected', 500);
    await openApp('/rounds/new');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('needs a guide and a partner, says so at each, and goes to the first', async () => {
    given();
    const { person } = await openApp('/rounds/new');
    await person.click(await screen.findByRole('button', { name: 'Begynd forløbet' }));
    expect(screen.getByText('Vælg den feedbackguide der passer bedst.')).toBeTruthy();
    expect(screen.getByText('Find og vælg den kollega du vil invitere.')).toBeTruthy();
    expect(document.activeElement).toBe(
      screen.getByRole('radio', { name: 'Borgerservice ansigt til ansigt' }),
    );
  });

  it('sends the choices once, with the period as the service counts it, and opens the agreement', async () => {
    given();
    const sent: Schemas['CreateRound'][] = [];
    const keys: (string | null)[] = [];
    takes<Schemas['CreateRound']>('post', '/api/v1/rounds', (body, request) => {
      sent.push(body);
      keys.push(request.headers.get('Idempotency-Key'));
      return created;
    });
    const { person } = await openApp('/rounds/new');
    await chooseAll(person);
    await person.click(screen.getByRole('radio', { name: 'Med video' }));
    await person.type(screen.getByLabelText('Første dag'), '2027-01-04');
    await person.type(screen.getByLabelText('Sidste dag'), '2027-01-15');
    await person.type(screen.getByLabelText('Antal dialoger, højst 20'), '3');
    await person.click(screen.getByRole('button', { name: 'Begynd og invitér Bo' }));
    expect(await screen.findByRole('heading', { name: 'Aftalen' })).toBeTruthy();
    expect(sent).toEqual([
      {
        guideId: 'g2',
        partnerId: bo.id,
        mode: 'WITH_VIDEO',
        periodFrom: '2027-01-04',
        periodUntil: '2027-01-16',
        numberOfDialogues: 3,
      },
    ]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tries again under the same key, so that a second attempt makes no second round', async () => {
    given();
    const keys: (string | null)[] = [];
    service.use(
      http.post(`${location.origin}/api/v1/rounds`, ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(created);
      }),
    );
    const { person } = await openApp('/rounds/new');
    await chooseAll(person);
    await person.click(screen.getByRole('button', { name: 'Begynd og invitér Bo' }));
    await screen.findByText('Vi kan ikke få forbindelse');
    await person.click(screen.getByRole('button', { name: 'Begynd og invitér Bo' }));
    await screen.findByRole('heading', { name: 'Aftalen' });
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  it('shows at its field what the service will not have', async () => {
    given();
    refuses('post', '/api/v1/rounds', 'invalid', 400, {
      violations: [{ field: 'periodUntil', detail: 'Vælg en dag fra i morgen og frem.' }],
    });
    const { person } = await openApp('/rounds/new');
    await chooseAll(person);
    await person.click(screen.getByRole('button', { name: 'Begynd og invitér Bo' }));
    const last = screen.getByLabelText('Sidste dag');
    await screen.findByText('Vælg en dag fra i morgen og frem.');
    expect(last.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(last));
  });

  it('does not offer video where the organisation has none', async () => {
    given();
    iHave({ offers: { video: false, hrSharing: true, languages: ['da'] } });
    await openApp('/rounds/new');
    expect(await screen.findByRole('radio', { name: 'Uden video' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Med video' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'English' })).toBeNull();
  });

  it('says when nobody is found, and asks nothing of one letter', async () => {
    given();
    let asked = 0;
    takes('get', '/api/v1/people', () => {
      asked++;
      return [];
    });
    const { person } = await openApp('/rounds/new');
    const field = await screen.findByLabelText('Find en kollega');
    await person.type(field, 'x');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(asked).toBe(0);
    await person.type(field, 'y');
    expect(await screen.findByText(/Ingen kolleger fundet/)).toBeTruthy();
    expect(asked).toBe(1);
  });

  it('keeps on the device what is filled in', async () => {
    given();
    const { person, unmount } = await openApp('/rounds/new');
    await chooseAll(person);
    unmount();
    await openApp('/rounds/new');
    expect(await screen.findByRole('button', { name: 'Begynd og invitér Bo' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Telefon', checked: true })).toBeTruthy();
  });
});
