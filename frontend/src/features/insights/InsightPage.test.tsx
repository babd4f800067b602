import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openApp } from '@/testing/openApp';
import { answers, iHave, keepsWaiting, refuses } from '@/testing/service';

const team: Schemas['TeamRef'] = { id: 't1', name: 'Borgerservice' };
const path = '/api/v1/teams/:teamId/insight';

function open(teams = [team]) {
  iHave({ roles: ['EMPLOYEE', 'LEADER'], leads: teams });
  return openApp('/team/insight');
}

const figure = (
  measure: Schemas['Measure'],
  inTeam?: number,
  inOrganisation?: number,
): Schemas['InsightFigure'] => ({
  measure,
  ...(inTeam !== undefined && { inTeam }),
  ...(inOrganisation !== undefined && { inOrganisation }),
});

const quarter = (
  from: string,
  until: string,
  figures: Schemas['InsightFigure'][],
): Schemas['InsightQuarter'] => ({ from, until, figures });

const insight: Schemas['InsightView'] = {
  team,
  quarters: [
    quarter('2026-07-01', '2026-10-01', [
      figure('EVERYONE', 14, 96),
      figure('TOOK_PART', 9, 61),
      figure('WITHIN_SIX_WEEKS', undefined, 40),
      figure('FOLLOWED_UP', 7),
      { ...figure('TOPIC', 5, 21), topic: { guide: 'g1', key: 'needs', title: 'Behov' } },
    ]),
    quarter('2026-04-01', '2026-07-01', [figure('EVERYONE', 14), figure('TOOK_PART', 6, 50)]),
  ],
};

const row = (name: string) =>
  screen.findByRole('rowheader', { name }).then((header) => {
    const found = header.closest('tr');
    if (!found) throw new Error(`no row ${name}`);
    return within(found);
  });

describe('insight', () => {
  it('shows its shape while it waits', async () => {
    keepsWaiting('get', path);
    const { container } = await open();
    await screen.findByRole('heading', { name: 'Indsigt' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', path, 'unexpected', 500);
    await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('says so to who leads no team', async () => {
    await open([]);
    expect(await screen.findByText('Du leder ikke et team her')).toBeTruthy();
  });

  it('tells kindly when and why there is something to see, where there is nothing yet', async () => {
    answers('get', path, {
      team,
      quarters: [
        quarter('2026-07-01', '2026-10-01', [figure('EVERYONE', 6, 20), figure('TOOK_PART')]),
      ],
    });
    await open();
    expect(await screen.findByText('Ingen tal at vise endnu')).toBeTruthy();
    expect(screen.getByText('Hvorfor mangler der tal?')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('reads as tables, with the change since the quarter before', async () => {
    answers('get', path, insight);
    await open();
    const tookPart = await row('Har afsluttet et forløb');
    expect(tookPart.getByText('9')).toBeTruthy();
    expect(tookPart.getByText('61')).toBeTruthy();
    expect(tookPart.getByText('3 flere end kvartalet før')).toBeTruthy();
    expect(screen.getByText('Teamet har 14 medarbejdere, ledere ikke medregnet.')).toBeTruthy();
    expect((await row('Behov')).getByText('5')).toBeTruthy();
  });

  it('says in words where a number is not shown, and tells of no change from it', async () => {
    answers('get', path, insight);
    await open();
    const soon = await row('Gjorde det inden for seks uger');
    expect(soon.getByText('Vises ikke')).toBeTruthy();
    expect(soon.getByText('40')).toBeTruthy();
    expect((await row('Har fulgt op')).queryByText(/kvartalet før/)).toBeNull();
  });

  it('keeps two topics apart that are called the same', async () => {
    const topic = { guide: 'g1', key: 'needs', title: 'Behov' };
    answers('get', path, {
      team,
      quarters: [
        quarter('2026-07-01', '2026-10-01', [
          { ...figure('TOPIC', 5, 21), topic },
          { ...figure('TOPIC', 7, 12), topic: { ...topic, guide: 'g2' } },
        ]),
        quarter('2026-04-01', '2026-07-01', [{ ...figure('TOPIC', 6, 20), topic }]),
      ],
    });
    await open();
    const topics = await screen.findByRole('table', { name: 'Det arbejder de med' });
    const [, first, second] = within(topics).getAllByRole('row');
    expect(first?.textContent).toMatch(/5.*Én færre/);
    expect(second?.textContent).toMatch(/7/);
    expect(second?.textContent).not.toMatch(/kvartalet før/);
  });

  it('shows another quarter and another team when chosen', async () => {
    answers('get', path, insight);
    const { person } = await open([team, { id: 't2', name: 'Kontaktcenter' }]);
    await person.selectOptions(await screen.findByLabelText('Kvartal'), '1');
    expect((await row('Har afsluttet et forløb')).getByText('6')).toBeTruthy();
    expect(screen.getByText(/Der er ingen emner at vise/)).toBeTruthy();
    answers('get', path, { team, quarters: [quarter('2026-07-01', '2026-10-01', [])] });
    await person.selectOptions(screen.getByLabelText('Team'), 'Kontaktcenter');
    expect(await screen.findByText('Ingen tal at vise endnu')).toBeTruthy();
  });

  it('is reached from the team', async () => {
    answers('get', '/api/v1/series', []);
    iHave({ roles: ['EMPLOYEE', 'LEADER'], leads: [team] });
    await openApp('/team');
    const link = await screen.findByRole('link', { name: /^Indsigt/ });
    expect(link.getAttribute('href')).toBe('/team/insight');
  });
});
