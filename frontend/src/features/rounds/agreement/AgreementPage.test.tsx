import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { queries } from '@/app/queries';
import { agreementView, anna, bo, guideView, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, service, takes } from '@/testing/service';

type View = Schemas['AgreementView'];

const round = roundView();
const path = `/rounds/${round.id}/agreement`;
const agreement = '/api/v1/rounds/:roundId/agreement';
const open = (code: string): Schemas['Unmet'] => ({ code, detail: `Mangler ${code}` });

function given(view: Partial<View> = {}, of: Partial<Schemas['RoundView']> = {}) {
  answers('get', '/api/v1/rounds/:roundId', roundView(of));
  answers('get', agreement, agreementView(view));
}

/** The service takes what is written; what it got, last first. */
function writing() {
  const got: { body: Schemas['ChangeAgreement']; ifMatch: string | null }[] = [];
  takes<Schemas['ChangeAgreement']>('put', agreement, (body, request) => {
    got.unshift({ body, ifMatch: request.headers.get('If-Match') });
    const { partnerId: _, iKnowTheGuide, ...rest } = body;
    const view = agreementView({
      ...rest,
      evaluateeKnowsGuide: iKnowTheGuide,
      version: 4 + got.length,
    });
    answers('get', agreement, view);
    return view;
  });
  return got;
}

describe('the agreement', () => {
  beforeEach(() => answers('get', '/api/v1/guides/:guideId', guideView()));

  it('shows its shape while it waits', async () => {
    given();
    keepsWaiting('get', agreement);
    const { container } = await openApp(path);
    await screen.findByRole('heading', { name: 'Aftalen' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    given();
    refuses('get', agreement, 'unexpected', 500);
    await openApp(path);
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('shows of each point whether it is settled, and what is missing before a yes', async () => {
    given(
      { openPoints: [open('EXTENT_NOT_SETTLED'), open('COOPERATION_NOT_SETTLED')] },
      { waitingFor: [{ step: 'CONFIRM', unmet: [open('EXTENT_NOT_SETTLED')] }] },
    );
    await openApp(path);
    const state = async (name: string) =>
      within(await screen.findByRole('region', { name })).queryByText('Mangler') !== null;
    expect(await state('a. Hvem er med')).toBe(false);
    expect(await state('c. Hvornår og hvor mange dialoger')).toBe(true);
    expect(await state('e. Selvevalueringen')).toBe(false);
    expect(await state('f. Samarbejdet')).toBe(true);
    expect(screen.getByText('Mangler EXTENT_NOT_SETTLED')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Bekræft aftalen' })).toBeNull();
  });

  it('saves each field as it is written, the last day as the day after', async () => {
    given();
    const got = writing();
    const { person } = await openApp(path);
    const where = await screen.findByLabelText('Hvor foregår den?');
    await person.clear(where);
    await person.type(where, 'Kantinen');
    const last = screen.getByLabelText('Sidste dag');
    expect(last).toHaveProperty('value', '2026-12-14');
    await person.clear(last);
    await person.type(last, '2026-12-20');
    await waitFor(() =>
      expect(got[0]?.body).toMatchObject({
        setting: 'Kantinen',
        periodUntil: '2026-12-21',
        method: 'Stikord lige efter hver dialog',
        iKnowTheGuide: true,
      }),
    );
    expect(got.at(-1)?.ifMatch).toBe('"4"');
    expect((await screen.findAllByText('Gemt')).length).toBeGreaterThan(0);
  });

  it('sends nothing of video once it is without', async () => {
    given({ mode: 'WITH_VIDEO', consentMethod: 'SIGNED', recordingDeletionDays: 14 });
    const got = writing();
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('radio', { name: 'Uden video' }));
    await waitFor(() => expect(got[0]?.body.mode).toBe('WITHOUT_VIDEO'));
    expect(got[0]?.body).not.toHaveProperty('consentMethod');
    expect(got[0]?.body).not.toHaveProperty('recordingDeletionDays');
  });

  it('shows at its field what the service will not have', async () => {
    given();
    refuses('put', agreement, 'invalid', 400, {
      violations: [{ field: 'numberOfDialogues', detail: 'Vælg højst 20.' }],
    });
    const { person } = await openApp(path);
    const number = await screen.findByLabelText('Antal dialoger, højst 20');
    await person.type(number, '0');
    await waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText('Vælg højst 20.').length).toBeGreaterThan(0);
  });

  it('shows both texts where both wrote, and drops neither', async () => {
    given();
    takes('put', agreement, () => ({}));
    refuses('put', agreement, 'stale', 412, {
      current: agreementView({ version: 5, setting: 'Bos kontor' }) as unknown as Record<
        string,
        never
      >,
    });
    const { person } = await openApp(path);
    const where = await screen.findByLabelText('Hvor foregår den?');
    await person.clear(where);
    await person.type(where, 'Kantinen');
    const conflict = await screen.findByRole('group', { name: 'I har begge rettet her' });
    expect(within(conflict).getByText('Kantinen')).toBeTruthy();
    expect(within(conflict).getByText('Bos kontor')).toBeTruthy();
  });

  it('saves what is written before it confirms, and confirms that version', async () => {
    given({}, { allowedSteps: ['CONFIRM', 'CANCEL'] });
    const got = writing();
    const confirmed: (string | null)[] = [];
    takes('post', '/api/v1/rounds/:roundId/confirm', (_, request) => {
      confirmed.push(request.headers.get('If-Match'));
      answers(
        'get',
        agreement,
        agreementView({ version: 6, evaluateeConfirmedAt: '2026-11-23T09:00:00Z' }),
      );
      return roundView({ version: 6, allowedSteps: ['CANCEL'] });
    });
    const { person } = await openApp(path);
    const where = await screen.findByLabelText('Hvor foregår den?');
    await person.type(where, '!');
    await person.click(screen.getByRole('button', { name: 'Bekræft aftalen' }));
    await waitFor(() => expect(confirmed).toHaveLength(1));
    expect(got[0]?.body.setting).toBe('Stillerummet!');
    expect(confirmed).toEqual([`"${4 + got.length}"`]);
    expect(await screen.findByText('Du har bekræftet aftalen')).toBeTruthy();
  });

  it('is not confirmed in words that came from the other while it was being saved', async () => {
    given({}, { allowedSteps: ['CONFIRM'] });
    let attempts = 0;
    const now = agreementView({ version: 5, cooperation: 'Bos nye ord' });
    service.use(
      http.put(`${location.origin}${agreement}`, async ({ request }) => {
        attempts++;
        const { setting } = (await request.json()) as Schemas['ChangeAgreement'];
        if (request.headers.get('If-Match') === '"5"') {
          const view = { ...now, version: 6, ...(setting && { setting }) };
          answers('get', agreement, view);
          return HttpResponse.json(view);
        }
        const stale = { type: 'urn:dialogspejl:problem:stale', status: 412, current: now };
        return HttpResponse.json({ ...stale, title: '', detail: '' }, { status: 412 });
      }),
    );
    const confirmed: (string | null)[] = [];
    takes('post', '/api/v1/rounds/:roundId/confirm', (_, request) => {
      confirmed.push(request.headers.get('If-Match'));
      return roundView({ version: 7 });
    });
    const { person } = await openApp(path);
    await person.type(await screen.findByLabelText('Hvor foregår den?'), '!');
    const yes = screen.getByRole('button', { name: 'Bekræft aftalen' });
    await person.click(yes);
    expect(await screen.findByText(/^Bo har lige rettet i aftalen/)).toBeTruthy();
    expect(screen.getByDisplayValue('Bos nye ord')).toBeTruthy();
    expect(attempts).toBe(2);
    expect(confirmed).toEqual([]);
    await person.click(yes);
    await waitFor(() => expect(confirmed).toEqual(['"6"']));
    expect(screen.queryByText(/^Bo har lige rettet i aftalen/)).toBeNull();
  });

  it('is read once it is confirmed, and says what an edit does before it is made', async () => {
    given({ partnerConfirmedAt: '2026-11-23T09:00:00Z' }, { allowedSteps: ['CONFIRM'] });
    const { person } = await openApp(path);
    expect(await screen.findByText('Bo har bekræftet aftalen')).toBeTruthy();
    expect(screen.getByText(/skal I begge bekræfte den igen/)).toBeTruthy();
    expect(screen.queryByLabelText('Hvor foregår den?')).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Ret i aftalen' }));
    expect(screen.getByLabelText('Hvor foregår den?')).toBeTruthy();
  });

  it('stays writable for one who is writing when the other confirms', async () => {
    given({}, { allowedSteps: ['CONFIRM'] });
    const got = writing();
    const { person } = await openApp(path);
    const where = await screen.findByLabelText('Hvor foregår den?');
    await person.click(where);
    answers(
      'get',
      agreement,
      agreementView({ version: 5, partnerConfirmedAt: '2026-11-23T09:00:00Z' }),
    );
    await queries.invalidateQueries();
    expect(await screen.findByText('Bo har bekræftet aftalen')).toBeTruthy();
    await person.type(where, '!');
    expect(document.activeElement).toBe(where);
    await waitFor(() => expect(got[0]?.body.setting).toBe('Stillerummet!'));
  });

  it('tells what the other changed since I confirmed: from what it was to what it is', async () => {
    given({
      changedSinceIConfirmed: [
        { field: 'SETTING', before: 'Stillerummet', after: 'Kan', at: '2026-11-23T09:00:00Z' },
        { field: 'SETTING', before: 'Kan', after: 'Kantinen', at: '2026-11-23T09:01:00Z' },
        {
          field: 'PERIOD_UNTIL',
          before: '2026-12-15',
          after: '2026-12-16',
          at: '2026-11-23T09:02:00Z',
        },
        { field: 'TIME', before: 'Fredag', after: 'Fredag.', at: '2026-11-23T09:03:00Z' },
        { field: 'TIME', before: 'Fredag.', after: 'Fredag', at: '2026-11-23T09:04:00Z' },
      ],
    });
    await openApp(path);
    const changes = await screen.findByRole('region', {
      name: 'Bo har ændret aftalen siden du bekræftede',
    });
    expect(within(changes).getByText('Før: Stillerummet')).toBeTruthy();
    expect(within(changes).getByText('Nu: Kantinen')).toBeTruthy();
    expect(within(changes).getByText('Nu: 15. december 2026')).toBeTruthy();
    expect(within(changes).getAllByRole('listitem')).toHaveLength(2);
  });

  it('starts the round when both have confirmed, however late the agreement tells of it', async () => {
    given(
      { evaluateeConfirmedAt: '2026-11-23T09:00:00Z', partnerConfirmedAt: '2026-11-23T09:00:00Z' },
      { allowedSteps: ['START'], version: 6 },
    );
    const started: (string | null)[] = [];
    takes('post', '/api/v1/rounds/:roundId/start', (_, request) => {
      started.push(request.headers.get('If-Match'));
      const now = roundView({ status: 'CONDUCTING', version: 5 });
      answers('get', '/api/v1/rounds/:roundId', now);
      answers('get', '/api/v1/rounds/:roundId/dialogues', []);
      answers('get', '/api/v1/rounds/:roundId/history', []);
      return now;
    });
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Sæt forløbet i gang' }));
    expect(await screen.findByText('Notér hver af dine dialoger når den er slut.')).toBeTruthy();
    expect(started).toEqual(['"6"']);
  });

  it('asks another partner, and what was gone through counts no more', async () => {
    given({ partnerAnswer: 'DECLINED', openPoints: [open('PARTNER_NOT_ACCEPTED')] });
    const got = writing();
    answers('get', '/api/v1/people', [{ id: 'p3', name: 'Mette Krog' }]);
    const { person } = await openApp(path);
    expect(await screen.findByText('Bo kan ikke være med denne gang')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Spørg en anden' }));
    await person.type(screen.getByLabelText('Find en anden kollega'), 'me');
    await person.click(await screen.findByRole('button', { name: /Mette Krog/ }));
    expect(screen.getByText(/Mette får en invitation i stedet for Bo/)).toBeTruthy();
    expect(got).toHaveLength(0);
    await person.click(screen.getByRole('button', { name: 'Invitér Mette' }));
    await waitFor(() =>
      expect(got[0]?.body).toMatchObject({ partnerId: 'p3', iKnowTheGuide: false }),
    );
  });

  it('lets who has no partner yet choose one, and the guide waits for that', async () => {
    const { partner: _, ...round } = roundView({ partnerAnswer: 'NOT_ASKED' });
    const { partner: __, ...view } = agreementView({ partnerAnswer: 'NOT_ASKED' });
    answers('get', '/api/v1/rounds/:roundId', round);
    answers('get', agreement, view);
    const got = writing();
    answers('get', '/api/v1/people', [{ id: 'p3', name: 'Mette Krog' }]);
    const { person } = await openApp(path);
    expect(await screen.findByText('Ikke valgt endnu')).toBeTruthy();
    expect(screen.getByText(/Når du har valgt en sparringspartner/)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Vælg sparringspartner' }));
    await person.type(screen.getByLabelText('Find en kollega'), 'me');
    await person.click(await screen.findByRole('button', { name: /Mette Krog/ }));
    expect(screen.getByText('Mette får en invitation.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Invitér Mette' }));
    await waitFor(() => expect(got[0]?.body).toMatchObject({ partnerId: 'p3' }));
  });

  it('stands once the round has begun', async () => {
    given({}, { status: 'CONDUCTING' });
    await openApp(path);
    expect(await screen.findByText('Det har I aftalt.')).toBeTruthy();
    expect(await screen.findByText('1.–14. december 2026')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Spørg en anden' })).toBeNull();
  });

  it('opens the guide in the wording of my part', async () => {
    given();
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Vis guiden' }));
    const guide = await screen.findByRole('dialog');
    expect(await within(guide).findByText('Hvordan gør jeg: Modtagelse?')).toBeTruthy();
    await person.click(within(guide).getByRole('radio', { name: 'sparringspartner' }));
    expect(within(guide).getByText('Hvordan gør den anden: Modtagelse?')).toBeTruthy();
  });

  it('tells who wrote what', async () => {
    given({
      settled: [
        { field: 'METHOD', by: anna, at: '2026-11-20T10:00:00Z' },
        { field: 'TIME', by: bo, at: '2026-11-21T10:00:00Z' },
      ],
    });
    await openApp(path);
    const how = await screen.findByRole('region', { name: 'e. Selvevalueringen' });
    expect(within(how).getByText('Skrevet af Anna og Bo, senest 21. nov.')).toBeTruthy();
  });
});
