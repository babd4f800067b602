import { screen, within } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { session } from '@/api/session';
import { askAhead } from '@/app/askAhead';
import { addDays, today } from '@/lib/text/useFormat';
import { anna, bo, followUpView, roundRow, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, service, takes } from '@/testing/service';

const rounds = '/api/v1/rounds';

/** The service tells these rounds, each where its status belongs. */
function given(...rows: Schemas['RoundRow'][]) {
  takes('get', rounds, (_, { url }) => {
    const statuses = new URL(url).searchParams.getAll('status');
    return rows.filter(({ status }) => statuses.includes(status));
  });
}

const reflecting = roundRow({ id: 'r1', status: 'REFLECTING' });
const awaiting = roundRow({ id: 'r2', status: 'DISCUSSING', allowedSteps: ['WITHDRAW_APPROVAL'] });

describe('home', () => {
  it('shows its shape while it waits', async () => {
    keepsWaiting('get', rounds);
    const { container } = await openApp('/');
    await screen.findByRole('heading', { name: 'Mine forløb' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', rounds, 'unexpected', 500);
    await openApp('/');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Prøv igen' })).toBeTruthy();
  });

  it('asks once for what was asked for while the app was being drawn', async () => {
    let asked = 0;
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    service.use(
      http.get(`${location.origin}${rounds}`, async ({ request: { url } }) => {
        if (!new URL(url).searchParams.getAll('status').includes('REFLECTING')) {
          return HttpResponse.json([]);
        }
        asked++;
        await answered;
        return HttpResponse.json([reflecting]);
      }),
    );
    history.replaceState({}, '', '/');
    await session.signIn('anna@fjordby.example', 'spejl-demo-2026');
    askAhead();
    await openApp('/');
    await screen.findByRole('heading', { name: 'Mine forløb' });
    answer();
    expect(await screen.findByRole('link', { name: /Dit forløb med/ })).toBeTruthy();
    expect(asked).toBe(1);
  });

  it('explains a round to somebody who has had none, and begins one', async () => {
    given();
    await openApp('/');
    expect(await screen.findByRole('heading', { name: 'Velkommen' })).toBeTruthy();
    expect(screen.getByText(/handler om dine egne dialoger/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Begynd et forløb' }).getAttribute('href')).toBe(
      '/rounds/new',
    );
  });

  it('shows first what waits for me, with the next step, then the rest by my part', async () => {
    const asked = roundRow({
      id: 'r3',
      iAm: 'PARTNER',
      evaluatee: bo,
      partner: anna,
      partnerAnswer: 'INVITED',
      allowedSteps: ['ACCEPT', 'DECLINE'],
    });
    given(awaiting, reflecting, asked);
    await openApp('/');
    const waits = await screen.findByRole('region', { name: 'Venter på dig' });
    expect(
      within(waits).getByRole('link', { name: 'Skriv refleksioner: Bo' }).getAttribute('href'),
    ).toBe('/rounds/r1/dialogues');
    expect(within(waits).getByRole('link', { name: 'Svar på invitationen: Bo' })).toBeTruthy();
    expect(within(waits).getByText(/du er sparringspartner/)).toBeTruthy();
    const own = screen.getByRole('region', { name: 'Dine egne forløb' });
    expect(within(own).getByText('Du har godkendt opsummeringen. Nu mangler Bo.')).toBeTruthy();
    expect(within(waits).queryByText(/Nu mangler Bo/)).toBeNull();
  });

  it('shows what a leader wrote to a round of mine, and that I choose a partner', async () => {
    const { partner: _, ...row } = roundRow({
      id: 'r7',
      partnerAnswer: 'NOT_ASKED',
      startedBy: { leader: { id: 'p9', name: 'Karen Skov' }, message: 'Jeg glæder mig.' },
    });
    given(row);
    await openApp('/');
    expect(
      await screen.findByText('Karen har sat forløbet i gang: »Jeg glæder mig.«'),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Dit forløb' }).getAttribute('href')).toBe(
      '/rounds/r7',
    );
    expect(screen.getByRole('link', { name: /^Vælg sparringspartner/ }).getAttribute('href')).toBe(
      '/rounds/r7/agreement',
    );
  });

  it('says so when nothing waits', async () => {
    given(awaiting);
    await openApp('/');
    expect(await screen.findByText('Lige nu venter der ikke noget på dig.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Venter på dig' })).toBeNull();
  });

  it('waits for the other where I have confirmed the agreement', async () => {
    const agreeing = roundRow({ id: 'r4' });
    given(agreeing);
    answers(
      'get',
      '/api/v1/rounds/r4',
      roundView({
        id: 'r4',
        waitingFor: [{ step: 'CONFIRM', unmet: [{ code: 'ALREADY_CONFIRMED', detail: '…' }] }],
      }),
    );
    await openApp('/');
    expect(await screen.findByText('Du har bekræftet aftalen. Nu mangler Bo.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Venter på dig' })).toBeNull();
  });

  it.each([
    ['does not ask for a follow-up before its day', 10, 0],
    ['asks for a follow-up on its day', 0, 1],
  ])('%s', async (_, days, waiting) => {
    given(roundRow({ id: 'r5', status: 'CONCLUDED' }));
    answers('get', '/api/v1/rounds/r5/follow-up', followUpView({ on: addDays(today(), days) }));
    await openApp('/');
    await screen.findByRole('link', { name: 'Gå til opfølgningen: Bo' });
    expect(screen.queryAllByRole('region', { name: 'Venter på dig' })).toHaveLength(waiting);
  });

  it('folds the rounds that have ended', async () => {
    given(roundRow({ id: 'r6', status: 'CANCELLED' }));
    const { person } = await openApp('/');
    expect(await screen.findByText('Du har ingen forløb i gang')).toBeTruthy();
    const fold = screen.getByText('Tidligere forløb').closest('details');
    expect(fold?.open).toBe(false);
    await person.click(screen.getByText('Tidligere forløb'));
    expect(fold?.open).toBe(true);
    expect(await within(fold as HTMLElement).findByText(/Opgivet/)).toBeTruthy();
  });

  it('shows what goes on, though those that have ended are still on their way', async () => {
    service.use(
      http.get(`${location.origin}${rounds}`, async ({ request }) => {
        if (request.url.includes('CANCELLED')) await delay('infinite');
        return HttpResponse.json([reflecting]);
      }),
    );
    await openApp('/');
    expect(await screen.findByRole('link', { name: 'Skriv refleksioner: Bo' })).toBeTruthy();
  });

  it('goes on to older rounds where the service has more', async () => {
    service.use(
      http.get(`${location.origin}${rounds}`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        if (searchParams.getAll('status').includes('CANCELLED')) return HttpResponse.json([]);
        return searchParams.get('cursor') === 'older'
          ? HttpResponse.json([awaiting])
          : HttpResponse.json([reflecting], {
              headers: { Link: '</api/v1/rounds?limit=50&cursor=older>; rel="next"' },
            });
      }),
    );
    const { person } = await openApp('/');
    await person.click(await screen.findByRole('button', { name: 'Vis flere' }));
    expect(await screen.findByText(/Nu mangler Bo/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Skriv refleksioner: Bo' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Vis flere' })).toBeNull();
  });
});
