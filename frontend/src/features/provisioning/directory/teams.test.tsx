import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const LIST = '/api/v1/directory/teams';
const ONE = `${LIST}/:teamId`;

const team: Schemas['DirectoryTeam'] = {
  id: 't1',
  version: 7,
  name: 'Borgerservice',
  people: 14,
  leaders: [{ id: 'm', name: 'Mette Dahl' }],
  provisioned: false,
};

const open = (path = '', language: 'da' | 'en' = 'da') =>
  openAsAdministrator(`/administration/teams${path}`, language);

describe('the list of teams', () => {
  it('says who leads them and how many they are, and is searched as one types', async () => {
    answers('get', LIST, [
      team,
      { ...team, id: 't2', name: 'Kundecenter', people: 1, leaders: [] },
    ]);
    const { person } = await open();
    const table = await screen.findByRole('table', { name: 'Teams' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toBe('BorgerserviceMette Dahl14 medarbejdere');
    expect(second?.textContent).toBe('KundecenterIngen leder1 medarbejder');
    await person.type(screen.getByLabelText('Søg efter et team'), 'KUNDE');
    expect(screen.queryByRole('link', { name: 'Borgerservice' })).toBeNull();
    await person.type(screen.getByLabelText('Søg efter et team'), 'x');
    expect(screen.getByText('Intet team hedder sådan.')).toBeTruthy();
  });

  it('explains itself while it is empty', async () => {
    answers('get', LIST, []);
    await open();
    expect(await screen.findByRole('heading', { name: 'Der er ingen teams endnu' })).toBeTruthy();
  });

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', LIST);
    const { container } = await open();
    await screen.findByRole('heading', { name: 'Teams' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says so when it cannot be read', async () => {
    refuses('get', LIST, 'unexpected', 500);
    await open('', 'en');
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('gets a new one, once its name is there and is no other team’s', async () => {
    answers('get', LIST, []);
    refuses('post', LIST, 'invalid', 400, {
      violations: [{ field: 'name', detail: 'Der er allerede et team med det navn.' }],
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Nyt team' }));
    await person.click(screen.getByRole('button', { name: 'Opret teamet' }));
    expect(screen.getByText('Skriv hvad teamet hedder.')).toBeTruthy();
    await person.type(screen.getByLabelText('Teamets navn'), 'Omstilling');
    await person.click(screen.getByRole('button', { name: 'Opret teamet' }));
    expect(await screen.findByText('Der er allerede et team med det navn.')).toBeTruthy();
    takes('post', LIST, ({ name }: { name: string }) => ({ ...team, name }));
    await person.type(screen.getByLabelText('Teamets navn'), 'en');
    await person.click(screen.getByRole('button', { name: 'Opret teamet' }));
    expect(await screen.findByText('Omstillingen er oprettet.')).toBeTruthy();
  });

  it('has a new one’s name there again after the tab was closed, until one lets it be', async () => {
    answers('get', LIST, []);
    const { person, unmount } = await open();
    await person.click(await screen.findByRole('button', { name: 'Nyt team' }));
    await person.type(screen.getByLabelText('Teamets navn'), 'Omstilling');
    unmount();
    const again = await open();
    expect(((await screen.findByLabelText('Teamets navn')) as HTMLInputElement).value).toBe(
      'Omstilling',
    );
    await again.person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(await screen.findByRole('button', { name: 'Nyt team' })).toBeTruthy();
  });
});

describe('a team', () => {
  it('is renamed', async () => {
    answers('get', ONE, team);
    const sent: [unknown, string | null][] = [];
    takes('put', ONE, (body, request) => {
      sent.push([body, request.headers.get('If-Match')]);
      answers('get', ONE, { ...team, name: 'Borgerhjælp', version: 8 });
      return { ...team, name: 'Borgerhjælp', version: 8 };
    });
    const { person } = await open('/t1');
    await person.click(await screen.findByRole('button', { name: 'Ret navnet' }));
    await person.clear(screen.getByRole('textbox', { name: 'Teamets navn' }));
    await person.type(screen.getByRole('textbox', { name: 'Teamets navn' }), 'Borgerhjælp');
    await person.click(screen.getByRole('button', { name: 'Gem navnet' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Borgerhjælp' })).toBeTruthy();
    expect(sent).toEqual([[{ name: 'Borgerhjælp' }, '"7"']]);
  });

  it('has its new name there again after the tab was closed, and no old fault after one let it be', async () => {
    answers('get', ONE, team);
    refuses('put', ONE, 'invalid', 400, {
      violations: [{ field: 'name', detail: 'Der er allerede et team med det navn.' }],
    });
    const { person, unmount } = await open('/t1');
    await person.click(await screen.findByRole('button', { name: 'Ret navnet' }));
    await person.type(screen.getByRole('textbox', { name: 'Teamets navn' }), 'n');
    unmount();
    const again = await open('/t1');
    const field = await screen.findByRole('textbox', { name: 'Teamets navn' });
    expect((field as HTMLInputElement).value).toBe('Borgerservicen');
    await again.person.click(screen.getByRole('button', { name: 'Gem navnet' }));
    expect(await screen.findByText('Der er allerede et team med det navn.')).toBeTruthy();
    await again.person.click(screen.getByRole('button', { name: 'Fortryd' }));
    await again.person.click(await screen.findByRole('button', { name: 'Ret navnet' }));
    expect(screen.queryByText('Der er allerede et team med det navn.')).toBeNull();
    const fresh = screen.getByRole('textbox', { name: 'Teamets navn' }) as HTMLInputElement;
    expect(fresh.value).toBe('Borgerservice');
  });

  it('is closed when asked twice, and only when nobody is in it', async () => {
    answers('get', ONE, team);
    const { unmount } = await open('/t1');
    expect(await screen.findByText(/^Et team kan nedlægges/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Nedlæg teamet' })).toBeNull();
    unmount();
    answers('get', ONE, { ...team, people: 0, leaders: [] });
    answers('get', LIST, []);
    const sent: (string | null)[] = [];
    takes('delete', ONE, (_, request) => {
      sent.push(request.headers.get('If-Match'));
      return {};
    });
    const { person } = await open('/t1');
    await person.click(await screen.findByRole('button', { name: 'Nedlæg teamet' }));
    expect(screen.getByText(/^Borgerservice forsvinder/)).toBeTruthy();
    expect(sent).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Nedlæg teamet' }));
    await waitFor(() => expect(location.pathname).toBe('/administration/teams'));
    expect(sent).toEqual(['"7"']);
  });

  it('that comes from another system says which, in English too', async () => {
    answers('get', ONE, { ...team, provisioned: true, provisionedBy: 'Entra ID' });
    await open('/t1', 'en');
    expect(await screen.findByText('Comes from Entra ID')).toBeTruthy();
    expect(screen.getByText('14 people')).toBeTruthy();
  });
});
