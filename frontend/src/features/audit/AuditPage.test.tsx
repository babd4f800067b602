import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, service, takes } from '@/testing/service';
import { AREAS, kindsIn } from './kinds';

const LIST = '/api/v1/audit';

const erik: Schemas['AuditRef'] = {
  type: 'PERSON',
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f05',
  name: 'Erik Bang',
};

const revoked: Schemas['AuditRow'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f90',
  kind: 'API_CLIENT_REVOKED',
  at: '2026-12-10T09:20:00Z',
  times: 1,
  by: erik,
  about: { type: 'API_CLIENT', id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f70', name: 'Løn' },
};

const refused: Schemas['AuditRow'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f91',
  kind: 'SIGN_IN_FAILED',
  at: '2026-12-10T08:00:00Z',
  times: 41,
};

const open = (query = '', language: 'da' | 'en' = 'da') =>
  openAsAdministrator(`/administration/audit${query}`, language);

describe('the audit log', () => {
  it('says what happened, about what, by whom and when, and how often somebody was refused', async () => {
    answers('get', LIST, [
      revoked,
      refused,
      { ...revoked, id: '3', about: { type: 'API_CLIENT', id: 'gone' } },
    ]);
    await open();
    const table = await screen.findByRole('table', { name: 'Hændelser' });
    const [, first, second, third] = within(table).getAllByRole('row');
    expect(first?.textContent).toMatch(/^Systemets adgang lukketLønErik Bangtors\. 10\. dec\./);
    expect(second?.textContent).toContain('Login mislykkedes41 gange på en time');
    expect(second?.textContent).toContain('Registreres ikke');
    expect(third?.textContent).toContain('Findes ikke længere');
  });

  it('tells of a guide that has no name yet that it is there', async () => {
    answers('get', LIST, [
      { ...revoked, kind: 'GUIDE_IMPORTED', about: { type: 'GUIDE', id: 'unnamed' } },
    ]);
    await open();
    const table = await screen.findByRole('table', { name: 'Hændelser' });
    expect(within(table).getByText('Guide uden navn')).toBeTruthy();
  });

  it('asks for one area, one person and whole days, and says so in its address', async () => {
    const asked: URLSearchParams[] = [];
    takes('get', LIST, (_, request) => {
      asked.push(new URL(request.url).searchParams);
      return [revoked];
    });
    const { person } = await open('?from=2026-12-01&until=2026-12-10');
    await person.selectOptions(await screen.findByLabelText('Vis'), 'Alle afvisninger');
    await person.click(
      await screen.findByRole('button', { name: 'Vis kun det Erik Bang har gjort' }),
    );
    expect(await screen.findByText('Kun det Erik Bang har gjort')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Erik Bang');
    const last = asked.at(-1);
    expect(last?.getAll('kind')).toEqual(kindsIn('refusals'));
    expect(last?.get('by')).toBe(erik.id);
    expect(last?.get('from')).toBe(new Date('2026-12-01T00:00:00').toISOString());
    expect(last?.get('until')).toBe(new Date('2026-12-11T00:00:00').toISOString());
    expect(location.search).toBe(`?what=refusals&by=${erik.id}&from=2026-12-01&until=2026-12-10`);
    await person.click(screen.getByRole('button', { name: 'Vis for alle' }));
    expect(location.search).not.toContain('by=');
    expect(document.activeElement?.textContent).toBe('Hændelser');
  });

  it('goes on where a page ends', async () => {
    service.use(
      http.get(`${location.origin}${LIST}`, ({ request }) =>
        new URL(request.url).searchParams.get('cursor')
          ? HttpResponse.json([refused])
          : HttpResponse.json([revoked], {
              headers: { Link: '</api/v1/audit?cursor=next>; rel="next"' },
            }),
      ),
    );
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Vis ældre' }));
    expect(await screen.findByRole('cell', { name: /Login mislykkedes/ })).toBeTruthy();
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Vis ældre' })).toBeNull();
  });

  it('tells an empty list from one that nothing fits', async () => {
    answers('get', LIST, []);
    const { unmount } = await open();
    expect(
      await screen.findByRole('heading', { name: 'Der er ikke sket noget endnu' }),
    ).toBeTruthy();
    unmount();
    const { person } = await open('?what=people');
    expect(await screen.findByRole('heading', { name: 'Her er ingen hændelser' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Vis alt' }));
    expect(
      await screen.findByRole('heading', { name: 'Der er ikke sket noget endnu' }),
    ).toBeTruthy();
  });

  it('shows its shape while it waits, and what to do when the service fails', async () => {
    keepsWaiting('get', LIST);
    const { container, unmount } = await open();
    await screen.findByRole('heading', { name: 'Hændelser' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
    unmount();
    refuses('get', LIST, 'unexpected', 500);
    await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('has a word for every kind in both languages, each in one area', async () => {
    answers('get', LIST, []);
    const { unmount } = await open('', 'en');
    const select = await screen.findByLabelText('Show');
    const kinds = AREAS.flatMap(kindsIn);
    expect(new Set(kinds).size).toBe(kinds.length);
    const words = within(select)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(words).toHaveLength(1 + AREAS.length + kinds.length);
    expect(words.filter((word) => /[A-Z]_|kind\./.test(word ?? ''))).toEqual([]);
    unmount();
  });
});
