import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { bo } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, iHave, keepsWaiting, refuses, service } from '@/testing/service';

const TEAM = '/api/v1/teams/:teamId/learning';

const unnamed: Schemas['SharedLearning'] = {
  id: 'l1',
  sentence: 'En pause åbner samtalen',
  from: '2026-10-01',
  until: '2027-01-01',
};
const named: Schemas['SharedLearning'] = {
  id: 'l2',
  sentence: 'Slip skærmen',
  by: bo,
  on: '2027-01-12',
};

const sentence = async (words: string) => {
  const figure = (await screen.findByText(words)).closest('figure');
  if (!figure) throw new Error(`no ${words}`);
  return within(figure);
};

describe('learning in the team', () => {
  beforeEach(() => iHave({ team: 'Borgerservice', teamId: 't1' }));

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', TEAM);
    const { container } = await openApp('/team/learning');
    await screen.findByRole('heading', { name: 'Læring i teamet' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', TEAM, 'unexpected', 500);
    await openApp('/team/learning');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('tells kindly how sentences come, where there are none yet', async () => {
    answers('get', TEAM, []);
    await openApp('/team/learning');
    expect(await screen.findByText('Ingen læring at vise endnu')).toBeTruthy();
  });

  it('says so to who is in no team', async () => {
    iHave({ leads: [] });
    await openApp('/team/learning');
    expect(await screen.findByText('Du er ikke i et team her')).toBeTruthy();
  });

  it('shows each with a name and a day, or with a period and nothing else', async () => {
    answers('get', TEAM, [named, unnamed]);
    await openApp('/team/learning');
    expect((await sentence('Slip skærmen')).getByText('Bo Lund · 12. januar 2027')).toBeTruthy();
    expect(
      (await sentence('En pause åbner samtalen')).getByText(
        /^Uden navn · 1\. oktober.*31\. december 2026$/,
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('goes on page by page', async () => {
    service.use(
      http.get(`${location.origin}${TEAM}`, ({ request }) =>
        new URL(request.url).searchParams.get('cursor')
          ? HttpResponse.json([unnamed])
          : HttpResponse.json([named], { headers: { Link: '</x?cursor=abc>; rel="next"' } }),
      ),
    );
    const { person } = await openApp('/team/learning');
    await person.click(await screen.findByRole('button', { name: 'Vis flere' }));
    expect(await screen.findByText('En pause åbner samtalen')).toBeTruthy();
  });

  it('lets a leader choose among teams, and is reached from theirs', async () => {
    iHave({
      roles: ['EMPLOYEE', 'LEADER'],
      team: 'Borgerservice',
      teamId: 't1',
      leads: [
        { id: 't1', name: 'Borgerservice' },
        { id: 't2', name: 'Kontaktcenter' },
      ],
    });
    answers('get', '/api/v1/series', []);
    service.use(
      http.get(`${location.origin}${TEAM}`, ({ params }) =>
        HttpResponse.json(params.teamId === 't2' ? [named] : [unnamed]),
      ),
    );
    const { person } = await openApp('/team');
    await person.click(await screen.findByRole('link', { name: /^Læring/ }));
    expect(await screen.findByText('En pause åbner samtalen')).toBeTruthy();
    await person.selectOptions(screen.getByLabelText('Team'), 'Kontaktcenter');
    expect(await screen.findByText('Slip skærmen')).toBeTruthy();
  });
});
