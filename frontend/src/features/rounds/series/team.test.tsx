import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { addDays, today } from '@/lib/text/useFormat';
import { anna, bo, guideRef } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, iHave, keepsWaiting, refuses, takes } from '@/testing/service';

const team: Schemas['TeamRef'] = { id: 't1', name: 'Borgerservice' };
const cecilie: Schemas['PersonRef'] = { id: 'p3', name: 'Cecilie Dam' };

function openAsLeader(path: string, teams = [team]) {
  iHave({ roles: ['EMPLOYEE', 'LEADER'], leads: teams });
  return openApp(path);
}

const standing = (given: Partial<Schemas['Standing']> = {}): Schemas['Standing'] => ({
  person: bo,
  status: 'PREPARING',
  since: '2026-11-22',
  late: false,
  ...given,
});

const series = (given: Partial<Schemas['SeriesView']> = {}): Schemas['SeriesView'] => ({
  id: 's1',
  team,
  guide: guideRef,
  mode: 'WITHOUT_VIDEO',
  periodFrom: '2026-12-01',
  periodUntil: '2026-12-15',
  numberOfDialogues: 3,
  pairing: 'SUGGESTION',
  message: 'Jeg glæder mig.',
  startedBy: anna,
  startedAt: '2026-11-22T09:15:00Z',
  people: [standing({ late: true }), standing({ person: cecilie, status: 'CONDUCTING' })],
  ...given,
});

const row: Schemas['SeriesRow'] = {
  id: 's1',
  team,
  guide: guideRef,
  periodFrom: '2026-12-01',
  periodUntil: '2026-12-15',
  startedAt: '2026-11-22T09:15:00Z',
  standing: [
    { status: 'CONDUCTING', people: 9, late: 0 },
    { status: 'PREPARING', people: 3, late: 1 },
  ],
};

describe('the team', () => {
  it('is reached from the frame by who leads one, and is not offered to others', async () => {
    answers('get', '/api/v1/rounds', []);
    await openAsLeader('/');
    expect((await screen.findByRole('link', { name: 'Mit team' })).getAttribute('href')).toBe(
      '/team',
    );
  });

  it('says so to who leads none', async () => {
    await openApp('/team');
    expect(await screen.findByText('Du leder ikke et team her')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Mit team' })).toBeNull();
  });

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', '/api/v1/series');
    const { container } = await openAsLeader('/team');
    await screen.findByRole('heading', { name: 'Mit team' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', '/api/v1/series', 'unexpected', 500);
    await openAsLeader('/team');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('tells who has started nothing yet how it is done', async () => {
    answers('get', '/api/v1/series', []);
    await openAsLeader('/team');
    expect(await screen.findByText('Ingen forløb endnu')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Start forløb for teamet' }).getAttribute('href')).toBe(
      '/team/start',
    );
  });

  it('shows how many stand where, in the order of a round', async () => {
    answers('get', '/api/v1/series', [row]);
    await openAsLeader('/team');
    const link = await screen.findByRole('link', { name: guideRef.title });
    expect(link.getAttribute('href')).toBe('/team/series/s1');
    const stages = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(stages).toEqual(['Forberedelse', 'Dialoger']);
    expect(screen.getByText('1 forsinket')).toBeTruthy();
  });
});

describe('rounds of a team', () => {
  it('says where each stands and since when, and shows those who are late by themselves', async () => {
    answers('get', '/api/v1/series/:seriesId', series());
    const { person } = await openAsLeader('/team/series/s1');
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(within(table).getByText('Forsinket')).toBeTruthy();
    await person.click(screen.getByRole('radio', { name: 'Forsinkede (1)' }));
    expect(within(table).queryByText('Cecilie Dam')).toBeNull();
    expect(within(table).getByText('Bo Lund')).toBeTruthy();
  });

  it('reminds those who are shown, but nobody twice a day, and asks first', async () => {
    const sent: Schemas['RemindPeople'][] = [];
    answers('get', '/api/v1/series/:seriesId', series());
    takes<Schemas['RemindPeople']>('post', '/api/v1/series/:seriesId/reminders', (body) => {
      sent.push(body);
      return series({ people: series().people.map((one) => ({ ...one, remindedOn: today() })) });
    });
    const { person } = await openAsLeader('/team/series/s1');
    await person.click(await screen.findByRole('button', { name: 'Påmind 2 kolleger' }));
    expect(sent).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Send påmindelser' }));
    expect(await screen.findByText('2 kolleger er påmindet.')).toBeTruthy();
    expect(sent).toEqual([{ people: [bo.id, cecilie.id] }]);
    expect(screen.getByText('Der er ingen at påminde her i dag.')).toBeTruthy();
  });

  it('does not remind who is done', async () => {
    answers(
      'get',
      '/api/v1/series/:seriesId',
      series({ people: [standing({ status: 'CONCLUDED' })] }),
    );
    await openAsLeader('/team/series/s1');
    expect(await screen.findByText('Der er ingen at påminde her i dag.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Påmind/ })).toBeNull();
  });

  it('says what was not found', async () => {
    refuses('get', '/api/v1/series/:seriesId', 'not-found', 404);
    await openAsLeader('/team/series/s1');
    expect(await screen.findByText('Det findes ikke her')).toBeTruthy();
  });
});

describe('starting rounds for a team', () => {
  const plan: Schemas['SeriesPlan'] = {
    rounds: [
      { evaluatee: bo, partner: cecilie },
      { evaluatee: cecilie, partner: bo },
    ],
    leftOut: [{ person: anna, because: 'LEADS_THE_TEAM' }],
    partners: [bo, cecilie],
  };

  function given() {
    answers('get', '/api/v1/guides', [{ ...guideRef, introduction: 'Til dig ved skranken.' }]);
    answers('get', '/api/v1/series/:seriesId', series());
    answers('get', '/api/v1/series', [row]);
    const asked: { body: Schemas['CreateSeries']; url: string }[] = [];
    takes<Schemas['CreateSeries']>(
      'post',
      '/api/v1/teams/:teamId/series/preview',
      (body, { url }) => {
        asked.push({ body, url });
        return plan;
      },
    );
    const started: { body: Schemas['CreateSeries']; key: string | null }[] = [];
    takes<Schemas['CreateSeries']>('post', '/api/v1/teams/:teamId/series', (body, { headers }) => {
      started.push({ body, key: headers.get('Idempotency-Key') });
      return series();
    });
    return { asked, started };
  }

  type PersonAtWork = Awaited<ReturnType<typeof openApp>>['person'];

  async function fillsIn(person: PersonAtWork) {
    await person.click(await screen.findByRole('radio', { name: guideRef.title }));
    await person.type(screen.getByLabelText('Første dag'), today());
    await person.type(screen.getByLabelText('Sidste dag'), addDays(today(), 13));
  }

  it('names what is missing, and asks for nothing until it is there', async () => {
    const { asked } = given();
    const { person } = await openAsLeader('/team/start');
    await person.click(await screen.findByRole('button', { name: 'Vis forslaget' }));
    expect(screen.getAllByText('Udfyld det her.')).toHaveLength(3);
    expect(asked).toEqual([]);
  });

  it('shows who is with whom and who is left out, and starts just that, once', async () => {
    const { asked, started } = given();
    const { person } = await openAsLeader('/team/start');
    await fillsIn(person);
    await person.type(screen.getByLabelText('Besked (valgfrit)'), 'Jeg glæder mig.');
    await person.click(screen.getByRole('button', { name: 'Vis forslaget' }));
    expect(await screen.findByText('Anna Holm leder teamet.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('2 forløb');
    expect(asked[0]?.body).toMatchObject({
      guideId: guideRef.id,
      periodUntil: addDays(today(), 14),
      numberOfDialogues: 3,
      pairing: 'SUGGESTION',
      message: 'Jeg glæder mig.',
    });
    expect(started).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Start 2 forløb' }));
    expect(await screen.findByRole('heading', { name: 'Hvor langt er de' })).toBeTruthy();
    expect(started[0]?.key).toBeTruthy();
    expect(started[0]?.body.rounds).toEqual([
      { evaluateeId: bo.id, partnerId: cecilie.id },
      { evaluateeId: cecilie.id, partnerId: bo.id },
    ]);
  });

  it('lets the leader change the pairs, and leave somebody out', async () => {
    const { started } = given();
    const { person } = await openAsLeader('/team/start');
    await fillsIn(person);
    await person.click(screen.getByRole('radio', { name: 'Jeg vælger parrene' }));
    await person.click(screen.getByRole('button', { name: 'Vis forslaget' }));
    await person.selectOptions(
      await screen.findByLabelText('Sparringspartner for Cecilie Dam'),
      'Intet forløb denne gang',
    );
    await person.click(screen.getByRole('button', { name: 'Start 1 forløb' }));
    await screen.findByRole('heading', { name: 'Hvor langt er de' });
    expect(started[0]?.body.rounds).toEqual([{ evaluateeId: bo.id, partnerId: cecilie.id }]);
  });

  it('says why when somebody has got a round meanwhile, and goes back to the settings', async () => {
    given();
    refuses('post', '/api/v1/teams/:teamId/series', 'step-not-possible', 409, {
      unmet: [{ code: 'PEOPLE_HAVE_CHANGED', detail: 'Nogen har fået et forløb.' }],
    });
    const { person } = await openAsLeader('/team/start');
    await fillsIn(person);
    await person.click(screen.getByRole('button', { name: 'Vis forslaget' }));
    await person.click(await screen.findByRole('button', { name: 'Start 2 forløb' }));
    expect(await screen.findByText('Nogen har fået et forløb.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Tilbage' }));
    expect(screen.getByRole('radio', { name: guideRef.title })).toHaveProperty('checked', true);
  });

  it('sends no CPR number', async () => {
    const { asked } = given();
    const { person } = await openAsLeader('/team/start');
    await fillsIn(person);
    await person.type(screen.getByLabelText('Besked (valgfrit)'), 'Spørg om 010190-1234');
    await person.click(screen.getByRole('button', { name: 'Vis forslaget' }));
    expect(await screen.findByText(/Her står et CPR-nummer/)).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
