import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const RULES = '/api/v1/organisation/rules';
const RETENTION = '/api/v1/retention';

const rules: Schemas['OrganisationRules'] = {
  version: 3,
  videoAllowed: true,
  hrSharingOffered: true,
  signInMethods: ['PASSWORD', 'PROVIDER'],
  languages: ['da', 'en'],
};

const terms: Schemas['RetentionView'] = {
  version: 0,
  reflectionMonths: 12,
  noteMonths: 12,
  summaryMonths: 36,
  accountMonths: 6,
  accessLogMonths: 24,
  auditMonths: 24,
};

function given() {
  answers('get', RULES, rules);
  answers('get', RETENTION, terms);
}

const open = () => openAsAdministrator('/administration/rules');
const part = (name: string) => screen.findByRole('form', { name });

describe('the rules of an organisation', () => {
  it('say what each choice means, and are stored as they are chosen', async () => {
    given();
    const sent: [unknown, string | null][] = [];
    takes('put', RULES, (body: object, request) => {
      sent.push([body, request.headers.get('If-Match')]);
      return { ...rules, ...body, version: 4 };
    });
    const { person } = await open();
    const form = within(await part('Forløb, login og sprog'));
    const none = form.getByRole('radio', { name: 'Ingen video' });
    expect(
      form.getByText(/Forløb der allerede er med video, fortsætter som aftalt\./),
    ).toBeTruthy();
    await person.click(none);
    await person.click(form.getByRole('radio', { name: 'Ingen deling' }));
    await person.click(form.getByRole('checkbox', { name: 'Engelsk' }));
    await person.click(form.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('Gemt. Det gælder fra nu af.')).toBeTruthy();
    expect(sent).toEqual([
      [
        {
          videoAllowed: false,
          hrSharingOffered: false,
          signInMethods: ['PASSWORD', 'PROVIDER'],
          languages: ['da'],
        },
        '"3"',
      ],
    ]);
    expect(await screen.findByRole('radio', { name: 'Ingen video', checked: true })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Engelsk', checked: false })).toBeTruthy();
  });

  it('say at its field what cannot be, and what would lock everybody out', async () => {
    given();
    refuses('put', RULES, 'invalid', 400, {
      violations: [{ field: 'languages', detail: 'Vælg mindst ét.' }],
    });
    const { person } = await open();
    const form = within(await part('Forløb, login og sprog'));
    await person.click(form.getByRole('button', { name: 'Gem' }));
    expect(await form.findByText('Vælg mindst ét.')).toBeTruthy();
    refuses('put', RULES, 'step-not-possible', 409, {
      unmet: [{ code: 'NO_ADMINISTRATOR_COULD_SIGN_IN', detail: 'Så kunne ingen logge ind.' }],
    });
    await person.click(form.getByRole('button', { name: 'Gem' }));
    expect(await form.findByText('Så kunne ingen logge ind.')).toBeTruthy();
  });

  it('show what somebody else has chosen meanwhile before it is stored over, and keep what one chose oneself', async () => {
    given();
    const meanwhile = { ...rules, videoAllowed: false, hrSharingOffered: false, version: 4 };
    refuses('put', RULES, 'stale', 412, { current: meanwhile as never });
    const { person } = await open();
    const form = within(await part('Forløb, login og sprog'));
    await person.click(form.getByRole('checkbox', { name: 'Engelsk' }));
    await person.click(form.getByRole('button', { name: 'Gem' }));
    expect(await form.findByText('Noget er ændret i mellemtiden')).toBeTruthy();
    expect(form.getByRole('radio', { name: 'Ingen video', checked: true })).toBeTruthy();
    expect(form.getByRole('checkbox', { name: 'Engelsk', checked: false })).toBeTruthy();
    const sent: unknown[] = [];
    takes('put', RULES, (body: object, request) => {
      sent.push(body, request.headers.get('If-Match'));
      return { ...body, version: 5 };
    });
    await person.click(form.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('Gemt. Det gælder fra nu af.')).toBeTruthy();
    const { version, ...theirs } = meanwhile;
    expect(version).toBe(4);
    expect(sent).toEqual([{ ...theirs, languages: ['da'] }, '"4"']);
  });

  it('have terms beside them, each with what it counts from', async () => {
    given();
    const sent: unknown[] = [];
    takes('put', RETENTION, (body: object) => {
      sent.push(body);
      return { ...terms, ...body, version: 1 };
    });
    const { person } = await open();
    const form = within(await part('Hvor længe I gemmer'));
    const field = form.getByLabelText('Dialoger og refleksioner');
    await person.clear(field);
    await person.type(field, '6');
    await person.click(form.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('Gemt. Det gælder fra nu af.')).toBeTruthy();
    const { version, ...before } = terms;
    expect(version).toBe(0);
    expect(sent).toEqual([{ ...before, reflectionMonths: 6 }]);
  });

  it('show their shape while they wait, and what to do when the service fails', async () => {
    keepsWaiting('get', RULES);
    answers('get', RETENTION, terms);
    const { container, unmount } = await open();
    await screen.findByRole('heading', { name: 'Regler' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
    unmount();
    refuses('get', RULES, 'unexpected', 500);
    await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });
});
