import { act, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { queries } from '@/app/queries';
import { bo, followUpView, guideView, roundView, summaryView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, service, takes } from '@/testing/service';
import { write } from '@/testing/write';

const round = roundView({ status: 'DISCUSSING', allowedSteps: ['CANCEL'] });
const path = `/rounds/${round.id}/talk`;
const summary = '/api/v1/rounds/:roundId/summary';

function given(
  view: Partial<Schemas['SummaryView']> = {},
  more: Partial<Schemas['RoundView']> = {},
) {
  answers('get', '/api/v1/rounds/:roundId', { ...round, ...more });
  answers('get', '/api/v1/guides/:guideId', guideView());
  answers('get', '/api/v1/rounds/:roundId/dialogues', []);
  answers('get', '/api/v1/rounds/:roundId/partner-feedback', { reader: 'EVALUATEE', topics: [] });
  answers('get', summary, summaryView(view));
}

/** The service takes the text; what it got last. */
function writing() {
  const got: { body?: Schemas['WriteSummary'] } = {};
  let version = 7;
  takes<Schemas['WriteSummary']>('put', summary, (body) => {
    got.body = body;
    version++;
    const view = summaryView({ ...body, version });
    answers('get', summary, view);
    return view;
  });
  return got;
}

/** Bo writes on his own screen, and the live updates say so. */
async function boWrites(view: Partial<Schemas['SummaryView']>) {
  answers('get', summary, summaryView({ editedBy: bo, ...view }));
  await act(() => queries.invalidateQueries());
}

/** What the service answers a change that builds on an older text. */
function stale(current: Schemas['SummaryView']) {
  const type = 'urn:dialogspejl:problem:stale';
  return { type, title: '', status: 412, detail: '', current };
}

const field = (name: string) => screen.findByLabelText<HTMLTextAreaElement>(name);

describe('the talk', () => {
  beforeEach(() => given());

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', summary);
    const { container } = await openApp(path);
    await screen.findByRole('heading', { name: 'Samtalen' });
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeTruthy());
  });

  it('says what to do when the service fails', async () => {
    refuses('get', summary, 'unexpected', 500);
    await openApp(path);
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('says what comes when the two are not there yet', async () => {
    given({}, { status: 'REFLECTING' });
    await openApp(path);
    expect(await screen.findByText(/Opsummeringen kommer her/)).toBeTruthy();
    expect(await screen.findByText(/Der er ikke delt noget endnu/)).toBeTruthy();
    expect(screen.queryByLabelText('Det fungerede godt')).toBeNull();
  });

  it('shows what is shared by topic beside the summary', async () => {
    answers('get', '/api/v1/rounds/:roundId/partner-feedback', {
      reader: 'EVALUATEE',
      topics: [{ topic: 'needs', questions: ['Hvad lagde du mærke til?'], feedback: 'Din ro.' }],
    });
    await openApp(path);
    const shared = await screen.findByRole('region', { name: 'Delt mellem jer' });
    expect(await within(shared).findByText('Behov')).toBeTruthy();
    expect(within(shared).getByText('Bo spørger')).toBeTruthy();
    expect(within(shared).getByText('Hvad lagde du mærke til?')).toBeTruthy();
    expect(within(shared).getByText('Din ro.')).toBeTruthy();
    expect(within(shared).queryByText('Modtagelse')).toBeNull();
  });

  it('saves what is written, each focus point in its place', async () => {
    const got = writing();
    const { person } = await openApp(path);
    await write(person, await field('Fokuspunkt 2'), 'Lad borgeren opsummere');
    await waitFor(() =>
      expect(got.body?.focusPoints).toEqual(['Slip skærmen', 'Lad borgeren opsummere']),
    );
    expect(got.body?.workedWell).toBe('Roen fra start.');
  });

  it('saves the topic that a focus point is about, and takes it away again', async () => {
    const got = writing();
    const { person } = await openApp(path);
    await field('Fokuspunkt 1');
    await screen.findAllByRole('option', { name: 'Behov' });
    const topic = screen.getByLabelText('Emne i guiden, punkt 1');
    await person.selectOptions(topic, 'Behov');
    await waitFor(() => expect(got.body?.focusPointTopics).toEqual(['needs']));
    await person.selectOptions(topic, 'Intet emne');
    await waitFor(() => expect(got.body?.focusPointTopics).toEqual(['']));
    expect(got.body?.focusPoints).toEqual(['Slip skærmen']);
  });

  it('offers a third point, takes it away and puts it back', async () => {
    const got = writing();
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Et tredje fokuspunkt' }));
    await write(person, await field('Fokuspunkt 3'), 'Pausen');
    await person.click(screen.getByRole('button', { name: 'Fjern fokuspunkt 3' }));
    expect(screen.queryByLabelText('Fokuspunkt 3')).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect((await field('Fokuspunkt 3')).value).toBe('Pausen');
    // The second is empty: the third keeps its place until they say otherwise.
    await waitFor(() => expect(got.body?.focusPoints).toEqual(['Slip skærmen', '', 'Pausen']));
    await person.click(screen.getByRole('button', { name: 'Ryk op' }));
    expect((await field('Fokuspunkt 2')).value).toBe('Pausen');
    await waitFor(() => expect(got.body?.focusPoints).toEqual(['Slip skærmen', 'Pausen']));
  });

  it('shows the other’s words where one is, without moving the caret', async () => {
    const { person } = await openApp(path);
    const well = await field('Det fungerede godt');
    await person.click(well);
    well.setSelectionRange(4, 4);
    await boWrites({ version: 8, workedWell: 'Roen og smilet fra start.' });
    await waitFor(() => expect(well.value).toBe('Roen og smilet fra start.'));
    expect(document.activeElement).toBe(well);
    expect(well.selectionStart).toBe(4);
    expect(screen.getByText('Bo har lige skrevet her')).toBeTruthy();
    const told = await screen.findByText('Bo har skrevet i: Det fungerede godt.', {});
    expect(told.getAttribute('role')).toBe('status');
  });

  it('shows where the other writes now, and tells where one does oneself', async () => {
    const told: unknown[] = [];
    takes('put', '/api/v1/rounds/:roundId/presence', (body) => {
      told.push(body);
      return null;
    });
    service.use(
      http.get(`${location.origin}/api/v1/rounds/:roundId/live`, () => {
        const event = { kind: 'PRESENT', people: [{ person: bo, field: 'learning' }] };
        const said = new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`);
        return new HttpResponse(new ReadableStream({ start: (line) => line.enqueue(said) }), {
          headers: { 'Content-Type': 'text/event-stream' },
        });
      }),
    );
    const { person } = await openApp(path);
    expect(await screen.findByText('Bo skriver her')).toBeTruthy();
    await person.click(await field('Det fungerede godt'));
    await waitFor(() => expect(told).toEqual([{ field: 'workedWell' }]));
    await person.click(screen.getByRole('heading', { name: 'Samtalen' }));
    await waitFor(() => expect(told).toEqual([{ field: 'workedWell' }, {}]));
  });

  it('does not call one’s own words on another screen the other’s', async () => {
    const { evaluatee } = round;
    await openApp(path);
    const well = await field('Det fungerede godt');
    await boWrites({ version: 8, workedWell: 'Mit fra telefonen.', editedBy: evaluatee });
    await waitFor(() => expect(well.value).toBe('Mit fra telefonen.'));
    expect(screen.queryByText('Bo har lige skrevet her')).toBeNull();
  });

  it('lays a conflict before the reader at its field and drops nothing', async () => {
    refuses('put', summary, 'stale', 412, {
      current: summaryView({ version: 8, learning: 'Smilet', editedBy: bo }) as never,
    });
    const { person } = await openApp(path);
    await write(person, await field('Læring til det videre arbejde'), 'Pausen');
    const panel = await screen.findByRole('group', { name: 'I har begge rettet her' });
    expect(within(panel).getByText('Bo skrev')).toBeTruthy();
    expect(within(panel).getByText('Smilet')).toBeTruthy();
    expect((await field('Læring til det videre arbejde')).value).toBe('Pausen');
    const got = writing();
    await person.click(within(panel).getByRole('button', { name: 'Behold begge' }));
    await waitFor(() => expect(got.body?.learning).toBe('Smilet\n\nPausen'));
  });

  it('does not send a past day', async () => {
    const got = writing();
    const { person } = await openApp(path);
    const day = await field('Dagen for opfølgningen');
    await person.type(day, '2020-01-01');
    expect(await screen.findByText('Vælg i dag eller en senere dag.')).toBeTruthy();
    await write(person, await field('Sådan følger I op'), 'Kaffe');
    await waitFor(() => expect(got.body?.followUpHow).toBe('Kaffe'));
    expect(got.body?.followUpOn).toBeUndefined();
  });
});

describe('approving', () => {
  const whole = {
    focusPoints: ['Slip skærmen', 'Lad borgeren opsummere'],
    learning: 'Pausen',
    followUpHow: 'Kaffe',
    followUpOn: '2099-01-14',
  };

  it('says what is missing, in the service’s words', async () => {
    given(
      {},
      {
        waitingFor: [
          { step: 'APPROVE', unmet: [{ code: 'LEARNING_MISSING', detail: 'Skriv læringen.' }] },
        ],
      },
    );
    await openApp(path);
    expect(await screen.findByText('Skriv læringen.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Godkend opsummeringen' })).toBeNull();
  });

  it('says before it happens what the last approval and an edit do', async () => {
    given(
      { ...whole, partnerApprovedAt: '2026-12-16T09:41:00Z' },
      { allowedSteps: ['APPROVE', 'CANCEL'] },
    );
    await openApp(path);
    expect(await screen.findByText(/Godkender du også, er forløbet afsluttet/)).toBeTruthy();
    expect(
      screen.getByText('Retter en af jer i teksten nu, skal I begge godkende igen.'),
    ).toBeTruthy();
    expect(screen.getByText('Du har ikke godkendt endnu')).toBeTruthy();
    expect(screen.getByText(/^Bo godkendte/)).toBeTruthy();
  });

  it('is of the version one has read, and can be taken back', async () => {
    given(whole, { allowedSteps: ['APPROVE', 'CANCEL'] });
    let precondition: string | null = null;
    const approved = summaryView({ ...whole, evaluateeApprovedAt: '2026-12-16T09:41:00Z' });
    takes('put', `${summary}/approval`, (_, request) => {
      precondition = request.headers.get('If-Match');
      answers('get', '/api/v1/rounds/:roundId', {
        ...round,
        allowedSteps: ['WITHDRAW_APPROVAL', 'CANCEL'],
      });
      answers('get', summary, approved);
      return approved;
    });
    takes('delete', `${summary}/approval`, () => summaryView(whole));
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Godkend opsummeringen' }));
    expect(await screen.findByText(/^Du godkendte/)).toBeTruthy();
    expect(precondition).toBe('"7"');
    await person.click(await screen.findByRole('button', { name: 'Tag min godkendelse tilbage' }));
    expect(await screen.findByText('Du har ikke godkendt endnu')).toBeTruthy();
  });

  it('waits when the other’s words came in on the way', async () => {
    given(whole, { allowedSteps: ['APPROVE', 'CANCEL'] });
    keepsWaiting('put', `${summary}/approval`);
    const theirs = summaryView({ ...whole, version: 8, learning: 'Pausen og roen', editedBy: bo });
    // However long it takes to get to the button: what is written is under way until it is pressed.
    let pressed = () => {};
    const press = new Promise<void>((resolve) => {
      pressed = resolve;
    });
    service.use(
      http.put(`${location.origin}${summary}`, async ({ request }) => {
        await press;
        const body = (await request.json()) as Schemas['WriteSummary'];
        return request.headers.get('If-Match') === '"8"'
          ? HttpResponse.json(summaryView({ ...body, version: 9 }))
          : HttpResponse.json(stale(theirs), { status: 412 });
      }),
    );
    const { person } = await openApp(path);
    await write(person, await field('Det fungerede godt'), ' Og smilet.');
    await person.click(screen.getByRole('button', { name: 'Godkend opsummeringen' }));
    pressed();
    expect(
      await screen.findByText('Bo har lige rettet i teksten. Læs den igennem og godkend så.', {}),
    ).toBeTruthy();
  });

  it('tells when an edit has withdrawn the approvals', async () => {
    given({ ...whole, evaluateeApprovedAt: '2026-12-16T09:41:00Z' });
    await openApp(path);
    await screen.findByText(/^Du godkendte/);
    await boWrites({ ...whole, version: 8, learning: 'Pausen og roen' });
    expect(
      await screen.findByText('Bo har rettet i teksten. Derfor skal I begge godkende igen.'),
    ).toBeTruthy();
  });

  it('goes on to the follow-up when the last approval concludes the round', async () => {
    given(
      { ...whole, partnerApprovedAt: '2026-12-16T09:41:00Z' },
      { allowedSteps: ['APPROVE', 'CANCEL'] },
    );
    answers('get', '/api/v1/rounds/:roundId/follow-up', followUpView());
    answers('get', '/api/v1/rounds', []);
    answers('get', '/api/v1/guides', []);
    takes('put', `${summary}/approval`, () => {
      answers('get', '/api/v1/rounds/:roundId', { ...round, status: 'CONCLUDED' });
      const concluded = summaryView({ ...whole, concludedAt: '2026-12-16T09:45:00Z' });
      answers('get', summary, concluded);
      return concluded;
    });
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Godkend opsummeringen' }));
    expect(await screen.findByText('Forløbet er afsluttet')).toBeTruthy();
    expect(location.pathname).toBe(`/rounds/${round.id}/follow-up`);
  });
});
