import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '@/api/client';
import { bo, concludedSummary, followUpView, guideRef, roundRow, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, iHave, keepsWaiting, refuses, service, takes } from '@/testing/service';
import { write } from '@/testing/write';

const round = roundView({ status: 'CONCLUDED', allowedSteps: [] });
const path = `/rounds/${round.id}/follow-up`;
const summary = '/api/v1/rounds/:roundId/summary';
const followUp = '/api/v1/rounds/:roundId/follow-up';
const guide = { ...guideRef, introduction: 'En guide.' };

function given(
  more: Partial<Schemas['RoundView']> = {},
  view: Partial<Schemas['SummaryView']> = {},
  points: Partial<Schemas['FollowUpView']> = {},
) {
  answers('get', '/api/v1/rounds', []);
  answers('get', '/api/v1/rounds/:roundId', { ...round, ...more });
  answers('get', '/api/v1/guides', [guide]);
  answers('get', summary, concludedSummary(view));
  answers('get', followUp, followUpView(points));
  answers('get', '/api/v1/rounds/:roundId/learning', {
    version: 0,
    state: 'NOT_RELEASED',
    named: false,
    shownFrom: '2027-01-01',
  });
}

describe('after the talk', () => {
  beforeEach(() => given());

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', summary);
    const { container } = await openApp(path);
    await screen.findByRole('heading', { name: 'Opsummering og opfølgning' });
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeTruthy());
  });

  it('says what to do when the service fails', async () => {
    refuses('get', followUp, 'unexpected', 500);
    await openApp(path);
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('says where to go when the two are not there yet', async () => {
    given({ status: 'DISCUSSING' });
    await openApp(path);
    expect(await screen.findByText('I er ikke nået hertil endnu')).toBeTruthy();
    const on = screen.getByRole('link', { name: 'Til samtalen' });
    expect(on.getAttribute('href')).toBe(`/rounds/${round.id}/talk`);
  });

  it('shows the summary as a sheet with names, guide and day, and prints it', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const { person } = await openApp(path);
    const sheet = await screen.findByRole('region', { name: 'Jeres opsummering' });
    expect(
      within(sheet).getByText(
        /Anna Holm og Bo Lund · Borgerservice ansigt til ansigt · godkendt af jer begge 16. december 2026/,
      ),
    ).toBeTruthy();
    expect(within(sheet).getByText('Lad borgeren opsummere')).toBeTruthy();
    await person.click(within(sheet).getByRole('button', { name: 'Udskriv' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('hands out the summary as a document, and says what to do where it cannot', async () => {
    const handedOut: string[] = [];
    // Not in jsdom, which has nowhere to download to.
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      handedOut.push(this.download);
    });
    answers('get', `${summary}/pdf`, 'en pdf');
    refuses('get', `${followUp}/calendar`, 'unexpected', 500);
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Hent som PDF' }));
    await waitFor(() => expect(handedOut).toEqual(['opsummering.pdf']));
    await person.click(screen.getByRole('button', { name: 'Hent opfølgningen til kalender' }));
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('leaves the sharing and the next round to the evaluatee', async () => {
    given({ iAm: 'PARTNER' });
    await openApp(path);
    expect(await screen.findByRole('region', { name: 'Opfølgning' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'HR' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Næste forløb' })).toBeNull();
  });
});

describe('following up', () => {
  it('notes what became of each point', async () => {
    given();
    const got: { body?: Schemas['WriteFollowUp'] } = {};
    takes<Schemas['WriteFollowUp']>('put', followUp, (body) => {
      got.body = body;
      return followUpView({ version: 1 });
    });
    const { person } = await openApp(path);
    const second = await screen.findByRole('group', { name: 'Lad borgeren opsummere' });
    await person.click(within(second).getByRole('radio', { name: 'Sluppet' }));
    await write(person, within(second).getByRole('textbox', { name: 'Note' }), 'Passede ikke her');
    await waitFor(() =>
      expect(got.body?.outcomes).toEqual([
        { note: '' },
        { status: 'LET_GO', note: 'Passede ikke her' },
      ]),
    );
  });

  it('says what is missing before the round can be closed, and leads to the recordings', async () => {
    given({
      waitingFor: [
        {
          step: 'CLOSE',
          unmet: [{ code: 'RECORDINGS_NOT_DELETED', detail: 'Bekræft at alle er slettet.' }],
        },
      ],
    });
    await openApp(path);
    expect(await screen.findByText(/Bekræft at alle er slettet/)).toBeTruthy();
    const on = screen.getByRole('link', { name: 'Bekræft det under Dialoger' });
    expect(on.getAttribute('href')).toBe(`/rounds/${round.id}/dialogues`);
    expect(screen.queryByRole('button', { name: 'Luk forløbet' })).toBeNull();
  });

  it('says whose the deletion is to the partner', async () => {
    given({
      iAm: 'PARTNER',
      waitingFor: [
        {
          step: 'CLOSE',
          unmet: [{ code: 'RECORDINGS_NOT_DELETED', detail: 'Bekræft at alle er slettet.' }],
        },
      ],
    });
    await openApp(path);
    expect(await screen.findByText('Det er Anna der gør det.')).toBeTruthy();
  });

  it('closes the round with what was written last', async () => {
    given({ allowedSteps: ['CLOSE'] });
    const order: string[] = [];
    takes<Schemas['WriteFollowUp']>('put', followUp, () => {
      order.push('written');
      return followUpView({ version: 1 });
    });
    takes('post', '/api/v1/rounds/:roundId/close', () => {
      order.push('closed');
      const closed = { ...round, status: 'FOLLOWED_UP' as const };
      answers('get', '/api/v1/rounds/:roundId', closed);
      return closed;
    });
    const { person } = await openApp(path);
    const first = await screen.findByRole('group', { name: 'Slip skærmen' });
    await write(person, within(first).getByRole('textbox', { name: 'Note' }), 'Godt');
    await person.click(screen.getByRole('button', { name: 'Luk forløbet' }));
    expect(
      await screen.findByText('Forløbet er lukket. Det hele kan stadig læses.', {}),
    ).toBeTruthy();
    expect(order).toEqual(['written', 'closed']);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('sharing with HR', () => {
  it('is not offered where the organisation does not, but what is shared can be taken back', async () => {
    iHave({ offers: { video: true, hrSharing: false, languages: ['da', 'en'] } });
    given();
    const { unmount } = await openApp(path);
    await screen.findByRole('region', { name: 'Jeres opsummering' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'HR' })).toBeNull());
    unmount();
    given({}, { sharedWithHr: true });
    await openApp(path);
    const hr = await screen.findByRole('region', { name: 'HR' });
    expect(within(hr).getByRole('button', { name: 'Tag den tilbage fra HR' })).toBeTruthy();
  });

  it('shows exactly what HR gets before the button that shares it', async () => {
    given();
    takes('put', `${summary}/sharing`, () => {
      answers('get', summary, concludedSummary({ sharedWithHr: true }));
      return concludedSummary({ sharedWithHr: true });
    });
    const { person } = await openApp(path);
    const hr = await screen.findByRole('region', { name: 'HR' });
    expect(within(hr).getByText('HR kan ikke læse opsummeringen.')).toBeTruthy();
    expect(within(hr).queryByRole('button', { name: 'Del med HR' })).toBeNull();
    await person.click(within(hr).getByRole('button', { name: 'Se hvad HR får' }));
    const preview = await within(hr).findByRole('region', { name: 'Det HR får' });
    for (const said of ['Anna Holm', 'Borgerservice', 'Roen fra start.', 'Slip skærmen']) {
      expect(within(preview).getByText(said)).toBeTruthy();
    }
    expect(within(preview).queryByText(/Bo Lund/)).toBeNull();
    await person.click(within(hr).getByRole('button', { name: 'Del med HR' }));
    expect(await within(hr).findByText('HR kan læse opsummeringen.')).toBeTruthy();
  });

  it('is taken back with one button', async () => {
    given({}, { sharedWithHr: true });
    takes('delete', `${summary}/sharing`, () => concludedSummary());
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Tag den tilbage fra HR' }));
    expect(await screen.findByText('HR kan ikke læse opsummeringen.')).toBeTruthy();
  });

  it('says so when the service refuses', async () => {
    given({}, { sharedWithHr: true });
    refuses('delete', `${summary}/sharing`, 'forbidden', 403);
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Tag den tilbage fra HR' }));
    expect(await screen.findByText('Det har du ikke adgang til')).toBeTruthy();
  });
});

describe('the next round', () => {
  const next = roundView({ id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f21' });

  it('takes along the points that are not let go, and opens its agreement', async () => {
    given(
      {},
      {},
      {
        focusPoints: [
          { text: 'Slip skærmen', note: '' },
          { text: 'Lad borgeren opsummere', note: '', status: 'LET_GO' },
        ],
      },
    );
    const sent: { body?: Schemas['CreateRound']; keys: (string | null)[] } = { keys: [] };
    const { person } = await openApp(path);
    const section = await screen.findByRole('region', { name: 'Næste forløb' });
    const along = await within(section).findByRole('list');
    expect(within(along).getByText('Slip skærmen')).toBeTruthy();
    expect(within(along).queryByText('Lad borgeren opsummere')).toBeNull();
    takes<Schemas['CreateRound']>('post', '/api/v1/rounds/:roundId/next', (body, request) => {
      sent.body = body;
      sent.keys.push(request.headers.get('Idempotency-Key'));
      return next;
    });
    await person.click(within(section).getByRole('button', { name: 'Begynd næste forløb' }));
    await waitFor(() => expect(location.pathname).toBe(`/rounds/${next.id}/agreement`));
    expect(sent.body).toEqual({
      guideId: guideRef.id,
      partnerId: bo.id,
      mode: 'WITHOUT_VIDEO',
    });
    expect(sent.keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is tried again with the same key', async () => {
    given();
    const keys: (string | null)[] = [];
    service.use(
      http.post(`${location.origin}/api/v1/rounds/:roundId/next`, ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return keys.length === 1
          ? HttpResponse.json({}, { status: 500 })
          : HttpResponse.json(next, { status: 201 });
      }),
    );
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Begynd næste forløb' }));
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Begynd næste forløb' }));
    await waitFor(() => expect(location.pathname).toBe(`/rounds/${next.id}/agreement`));
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  it('is opened rather than begun again once it is there', async () => {
    given();
    answers('get', '/api/v1/rounds', [
      roundRow({ id: next.id, createdAt: '2027-01-15T09:00:00Z' }),
    ]);
    answers('get', `/api/v1/rounds/${next.id}`, { ...next, continuesRoundId: round.id });
    await openApp(path);
    const on = await screen.findByRole('link', { name: 'Gå til det næste forløb' });
    expect(on.getAttribute('href')).toBe(`/rounds/${next.id}`);
    expect(screen.queryByRole('button', { name: 'Begynd næste forløb' })).toBeNull();
  });
});
