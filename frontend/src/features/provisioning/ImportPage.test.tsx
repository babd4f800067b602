import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { anna } from '@/testing/data';
import { openApp, openAsAdministrator } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const PREVIEW = '/api/v1/people/import/preview';
const IMPORT = '/api/v1/people/import';

const preview: Schemas['ImportPreview'] = {
  digest: 'a'.repeat(64),
  rows: [
    { row: 2, effect: 'CREATED', name: 'Mette Dahl', email: 'mette@fjordby.example', changes: [] },
    {
      row: 3,
      effect: 'MOVED',
      personId: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01',
      name: 'Bo Lund',
      email: 'bo@fjordby.example',
      changes: [
        { field: 'team', from: 'Byggesager', to: 'Borgerservice' },
        { field: 'roles', to: 'LEADER FACILITATOR' },
      ],
    },
    {
      row: 4,
      effect: 'UNCHANGED',
      personId: anna.id,
      name: 'Anna Holm',
      email: 'anna@fjordby.example',
      changes: [],
    },
  ],
  faults: [],
  newTeams: ['Borgerservice'],
  ignoredColumns: ['Lønklasse'],
};

const file = new File(['navn;e-mail\n'], 'folk.csv', { type: 'text/csv' });

async function open(language: 'da' | 'en' = 'da') {
  const { person } = await openAsAdministrator('/administration/people/import', language);
  const field = await screen.findByLabelText<HTMLInputElement>(
    language === 'da' ? 'Vælg en CSV-fil' : 'Choose a CSV file',
  );
  return { person, field };
}

describe('bringing people in from a file', () => {
  it('shows what each row does, and does just that when it is told to', async () => {
    answers('post', PREVIEW, preview);
    const sent: Request[] = [];
    takes('post', IMPORT, (_body, request) => {
      sent.push(request);
      return { created: 1, changed: 1, deactivated: 0, unchanged: 1, newTeams: 1 };
    });
    const { person, field } = await open();
    await person.upload(field, file);
    const rows = within(await screen.findByRole('list', { name: 'Hvad der sker' }));
    expect(rows.getAllByRole('listitem')).toHaveLength(3);
    expect(rows.getByText('Team: Byggesager → Borgerservice')).toBeTruthy();
    expect(rows.getByText('Rolle: ingenting → leder, facilitator')).toBeTruthy();
    expect(screen.getByText('Filen er i orden. 2 medarbejdere bliver ændret.')).toBeTruthy();
    expect(screen.getByText('Sprunget over: Lønklasse')).toBeTruthy();

    await person.click(screen.getByRole('radio', { name: 'Nye (1)' }));
    expect(
      within(screen.getByRole('list', { name: 'Hvad der sker' })).getAllByRole('listitem'),
    ).toHaveLength(1);

    await person.click(screen.getByRole('checkbox', { name: /Send en invitation/ }));
    await person.click(screen.getByRole('button', { name: 'Indlæs 2 ændringer' }));
    expect(await screen.findByText(/^Det er gemt. Nye: 1/)).toBeTruthy();
    const query = new URL(sent[0]?.url ?? '').searchParams;
    expect(query.get('preview')).toBe(preview.digest);
    expect(query.get('invite')).toBe('true');
    expect(sent[0]?.headers.get('Content-Type')).toBe('text/csv');
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('shows the faults first, and offers nothing to confirm', async () => {
    answers('post', PREVIEW, {
      ...preview,
      faults: Array.from({ length: 60 }, (_, at) => ({
        row: at + 2,
        field: 'email',
        detail: `Ret ${at}`,
      })),
    });
    const { person, field } = await open();
    await person.upload(field, file);
    const faults = await screen.findByRole('region', { name: '60 fejl' });
    expect(within(faults).getAllByRole('listitem')).toHaveLength(50);
    expect(within(faults).getByText('Linje 2, E-mail')).toBeTruthy();
    await person.click(within(faults).getByRole('button', { name: 'Vis alle 60 fejl' }));
    expect(within(faults).getAllByRole('listitem')).toHaveLength(60);
    expect(screen.queryByRole('button', { name: /^Indlæs/ })).toBeNull();
  });

  it('shows anew what has changed meanwhile', async () => {
    answers('post', PREVIEW, preview);
    const now = {
      ...preview,
      digest: 'b'.repeat(64),
      newTeams: [],
      rows: preview.rows.slice(0, 1),
    };
    refuses('post', IMPORT, 'stale', 412, { current: now as never });
    const { person, field } = await open();
    await person.upload(field, file);
    await person.click(await screen.findByRole('button', { name: 'Indlæs 2 ændringer' }));
    expect(await screen.findByText(/Nogle medarbejdere er blevet ændret siden/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Indlæs én ændring' })).toBeTruthy();
  });

  it('reads the file anew when it is everybody', async () => {
    const absent: (string | null)[] = [];
    takes('post', PREVIEW, (_body, request) => {
      absent.push(new URL(request.url).searchParams.get('absent'));
      return JSON.parse(JSON.stringify(preview));
    });
    const { person, field } = await open();
    await person.upload(field, file);
    await screen.findByRole('list', { name: 'Hvad der sker' });
    await person.click(screen.getByRole('checkbox', { name: /Filen indeholder alle/ }));
    await waitFor(() => expect(absent).toEqual(['KEEP', 'DEACTIVATE']));
  });

  it('says when there is nothing to import', async () => {
    answers('post', PREVIEW, { ...preview, rows: preview.rows.slice(2), newTeams: [] });
    const { person, field } = await open();
    await person.upload(field, file);
    expect(await screen.findByText(/ikke noget at indlæse/)).toBeTruthy();
  });

  it('tells that it reads', async () => {
    keepsWaiting('post', PREVIEW);
    const { person, field } = await open();
    await person.upload(field, file);
    expect(await screen.findByText('Vi læser filen …')).toBeTruthy();
    expect(field.disabled).toBe(true);
  });

  it('says what to do when the service fails', async () => {
    refuses('post', PREVIEW, 'too-large', 413);
    const { person, field } = await open();
    await person.upload(field, file);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('is for administrators alone', async () => {
    await openApp('/administration/people/import');
    expect(await screen.findByRole('heading', { name: 'Siden findes ikke' })).toBeTruthy();
  });

  it('speaks English', async () => {
    answers('post', PREVIEW, preview);
    const { person, field } = await open('en');
    await person.upload(field, file);
    expect(await screen.findByText('Team: Byggesager → Borgerservice')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import 2 changes' })).toBeTruthy();
  });
});
