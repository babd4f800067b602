import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, service, takes } from '@/testing/service';

const LIST = '/api/v1/directory/people';
const ONE = `${LIST}/:personId`;
const TEAMS = '/api/v1/directory/teams';

const team = (id: string, name: string): Schemas['DirectoryTeam'] => ({
  id,
  version: 1,
  name,
  people: 2,
  leaders: [],
  provisioned: false,
});

const mette: Schemas['DirectoryPerson'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f04',
  version: 3,
  name: 'Mette Dahl',
  jobTitle: 'Rådgiver',
  email: 'mette@fjordby.example',
  team: { id: 't1', name: 'Borgerservice' },
  roles: ['EMPLOYEE', 'LEADER'],
  leads: [{ id: 't1', name: 'Borgerservice' }],
  state: 'ACTIVE',
  provisioned: false,
};

const bo: Schemas['DirectoryPerson'] = {
  ...mette,
  id: 'bo',
  name: 'Bo Lund',
  email: 'bo@fjordby.example',
  roles: ['EMPLOYEE'],
  leads: [],
  state: 'DEACTIVATED',
};

const open = (path = '', language: 'da' | 'en' = 'da') =>
  openAsAdministrator(`/administration/people${path}`, language);

beforeEach(() => answers('get', TEAMS, [team('t1', 'Borgerservice'), team('t2', 'Kundecenter')]));

describe('the list of people', () => {
  it('says who they are, what they may and whether they can come in', async () => {
    answers('get', LIST, [mette, bo]);
    await open();
    const table = await screen.findByRole('table', { name: 'Medarbejdere' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toBe('Mette Dahlmette@fjordby.exampleBorgerserviceLeder');
    expect(second?.textContent).toContain('Deaktiveret');
    expect(within(table).getByRole('link', { name: 'Mette Dahl' }).getAttribute('href')).toBe(
      `/administration/people/${mette.id}`,
    );
  });

  it('searches as one types, keeps what was typed out of its address, and narrows down', async () => {
    const asked: URLSearchParams[] = [];
    takes('get', LIST, (_, request) => {
      asked.push(new URL(request.url).searchParams);
      return [mette];
    });
    const { person } = await open();
    await person.type(await screen.findByLabelText('Søg på navn eller e-mail'), 'dahl');
    await waitFor(() => expect(asked.at(-1)?.get('query')).toBe('dahl'));
    expect(asked.some((query) => query.get('query') === 'da')).toBe(false);
    await screen.findByRole('option', { name: 'Kundecenter' });
    await person.selectOptions(screen.getByLabelText('Team'), 'Kundecenter');
    await person.selectOptions(screen.getByLabelText('Rolle'), 'Leder');
    await person.selectOptions(screen.getByLabelText('Adgang'), 'Inviteret');
    await waitFor(() => expect(asked.at(-1)?.get('state')).toBe('INVITED'));
    expect(asked.at(-1)?.get('team')).toBe('t2');
    expect(asked.at(-1)?.get('role')).toBe('LEADER');
    expect(location.search).toBe('?team=t2&role=LEADER&state=INVITED');
  });

  it('goes on page by page', async () => {
    service.use(
      http.get(`${location.origin}${LIST}`, ({ request }) =>
        new URL(request.url).searchParams.get('cursor')
          ? HttpResponse.json([bo])
          : HttpResponse.json([mette], {
              headers: { Link: `<${LIST}?limit=50&cursor=abc>; rel="next"` },
            }),
      ),
    );
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Vis flere' }));
    expect(await screen.findByRole('link', { name: 'Bo Lund' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mette Dahl' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Vis flere' })).toBeNull();
  });

  it('shows its shape while it waits, what to do when the service fails, and when nobody fits', async () => {
    keepsWaiting('get', LIST);
    const waiting = await open();
    await screen.findByRole('heading', { name: 'Medarbejdere' });
    expect(waiting.container.querySelector('[aria-busy="true"]')).toBeTruthy();
    waiting.unmount();
    refuses('get', LIST, 'unexpected', 500);
    const failing = await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
    failing.unmount();
    answers('get', LIST, []);
    const { person } = await open('?state=INVITED');
    await screen.findByRole('heading', { name: 'Ingen matcher søgningen' });
    await person.click(screen.getByRole('button', { name: 'Vis alle' }));
    await waitFor(() => expect(location.search).toBe(''));
  });

  it('speaks English', async () => {
    answers('get', LIST, [mette]);
    await open('', 'en');
    expect(await screen.findByRole('table', { name: 'People' })).toBeTruthy();
    expect(screen.getByLabelText('Search by name or e-mail')).toBeTruthy();
  });
});

describe('a person', () => {
  it('is changed after it is shown what follows, and only then', async () => {
    answers('get', ONE, mette);
    const asked: unknown[] = [];
    takes('post', `${ONE}/preview`, (body) => {
      asked.push(body);
      return [{ kind: 'TEAMS_WITHOUT_LEADER', count: 1, detail: 'Ét team står uden leder.' }];
    });
    const sent: [unknown, string | null][] = [];
    takes('put', ONE, (body, request) => {
      sent.push([body, request.headers.get('If-Match')]);
      return { ...mette, version: 4 };
    });
    const { person } = await open(`/${mette.id}`);
    await person.selectOptions(await screen.findByLabelText('Team'), 'Kundecenter');
    await person.click(screen.getByRole('button', { name: 'Se hvad det betyder' }));
    expect(await screen.findByText('Ét team står uden leder.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Det sker der');
    expect(sent).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Gem ændringen' }));
    expect(await screen.findByText('Gemt. Det gælder allerede.')).toBeTruthy();
    await person.click(screen.getByRole('checkbox', { name: 'Facilitator' }));
    expect(screen.queryByText('Gemt. Det gælder allerede.')).toBeNull();
    const change = { teamId: 't2', grantedRoles: ['LEADER'], leads: ['t1'] };
    expect(asked).toEqual([change]);
    expect(sent).toEqual([[change, '"3"']]);
  });

  it('leads other teams only as a leader, and the one they are in anyhow', async () => {
    answers('get', ONE, mette);
    const asked: unknown[] = [];
    takes('post', `${ONE}/preview`, (body) => {
      asked.push(body);
      return [];
    });
    const { person } = await open(`/${mette.id}`);
    await person.selectOptions(await screen.findByLabelText('Tilføj et team'), 'Kundecenter');
    expect(screen.queryByRole('button', { name: 'Fjern Borgerservice' })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Fjern Kundecenter' }));
    await person.click(screen.getByRole('checkbox', { name: 'Leder' }));
    expect(screen.queryByLabelText('Tilføj et team')).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Se hvad det betyder' }));
    await screen.findByText('Det sker der');
    expect(asked).toEqual([{ teamId: 't1', grantedRoles: [], leads: [] }]);
  });

  it('that somebody else has changed meanwhile is not written over before one is told', async () => {
    answers('get', ONE, mette);
    answers('post', `${ONE}/preview`, []);
    const theirs = { ...mette, version: 4, team: { id: 't2', name: 'Kundecenter' } };
    refuses('put', ONE, 'stale', 412, { current: theirs as never });
    const { person } = await open(`/${mette.id}`);
    await person.click(await screen.findByRole('checkbox', { name: 'Facilitator' }));
    await person.click(screen.getByRole('button', { name: 'Se hvad det betyder' }));
    answers('get', ONE, theirs);
    await person.click(await screen.findByRole('button', { name: 'Gem ændringen' }));
    expect(
      await screen.findByText('Lige nu: Kundecenter. Leder. Leder af Borgerservice.'),
    ).toBeTruthy();
    expect(await screen.findByText('Noget er ændret i mellemtiden')).toBeTruthy();
    const sent: [string | null, unknown][] = [];
    takes('put', ONE, (body: { teamId?: string }, request) => {
      sent.push([request.headers.get('If-Match'), body.teamId]);
      return { ...theirs, version: 5 };
    });
    // What it means is told anew, and what was left alone is as the other has made it.
    expect(screen.queryByRole('button', { name: 'Gem ændringen' })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Se hvad det betyder' }));
    await person.click(await screen.findByRole('button', { name: 'Gem ændringen' }));
    await waitFor(() => expect(sent).toEqual([['"4"', 't2']]));
  });

  it('is as before where one begins anew, and nothing is said to be saved', async () => {
    answers('get', ONE, mette);
    const { person } = await open(`/${mette.id}`);
    await person.click(await screen.findByRole('checkbox', { name: 'Facilitator' }));
    await person.click(screen.getByRole('button', { name: 'Begynd forfra' }));
    await waitFor(() =>
      expect(
        (screen.getByRole('checkbox', { name: 'Facilitator' }) as HTMLInputElement).checked,
      ).toBe(false),
    );
    expect(screen.queryByText('Gemt. Det gælder allerede.')).toBeNull();
  });

  it('is shut out after it is told in counts what it means', async () => {
    answers('get', ONE, mette);
    answers('get', `${ONE}/deactivate`, [
      { kind: 'OWN_ROUNDS', count: 2, detail: '2 forløb om personens egne dialoger går i stå.' },
    ]);
    const sent: (string | null)[] = [];
    takes('post', `${ONE}/deactivate`, (_, request) => {
      sent.push(request.headers.get('If-Match'));
      answers('get', ONE, { ...mette, version: 4, state: 'DEACTIVATED' });
      return { ...mette, version: 4, state: 'DEACTIVATED' };
    });
    const { person } = await open(`/${mette.id}`);
    await person.click(await screen.findByRole('button', { name: 'Fjern adgangen …' }));
    expect(await screen.findByText('2 forløb om personens egne dialoger går i stå.')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Fjern adgangen' }));
    expect(await screen.findByRole('button', { name: 'Giv adgang igen' })).toBeTruthy();
    expect(sent).toEqual(['"3"']);
  });

  it('who is the last administrator stays, and it is said why', async () => {
    answers('get', ONE, mette);
    answers('get', `${ONE}/deactivate`, []);
    refuses('post', `${ONE}/deactivate`, 'step-not-possible', 409, {
      unmet: [
        {
          code: 'LAST_ADMINISTRATOR',
          detail: 'Organisationen skal have mindst én administrator. Giv en anden rollen først.',
        },
      ],
    });
    const { person } = await open(`/${mette.id}`);
    await person.click(await screen.findByRole('button', { name: 'Fjern adgangen …' }));
    await person.click(await screen.findByRole('button', { name: 'Fjern adgangen' }));
    expect(
      await screen.findByText(/^Organisationen skal have mindst én administrator/),
    ).toBeTruthy();
  });

  it('who is deactivated comes back, or is erased when asked twice', async () => {
    answers('get', ONE, bo);
    answers('get', LIST, []);
    const done: string[] = [];
    takes('post', '/api/v1/erasure-requests/:personId/carry-out', () => {
      done.push('erased');
      return {};
    });
    const { person } = await open('/bo');
    await person.click(await screen.findByRole('button', { name: 'Slet alt om personen' }));
    expect(screen.getByText(/^Det Bo Lund har skrevet, forsvinder for altid/)).toBeTruthy();
    expect(done).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Slet for altid' }));
    await waitFor(() => expect(location.pathname).toBe('/administration/people'));
    expect(done).toEqual(['erased']);
  });

  it('who comes from another system says which', async () => {
    answers('get', ONE, { ...mette, provisioned: true, provisionedBy: 'Entra ID' });
    await open(`/${mette.id}`);
    expect(await screen.findByText('Kommer fra Entra ID')).toBeTruthy();
  });

  it('shows its shape, and says where there is nobody', async () => {
    keepsWaiting('get', ONE);
    const waiting = await open(`/${mette.id}`);
    await waitFor(() => expect(waiting.container.querySelector('[aria-busy="true"]')).toBeTruthy());
    waiting.unmount();
    refuses('get', ONE, 'not-found', 404);
    await open(`/${mette.id}`, 'en');
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
