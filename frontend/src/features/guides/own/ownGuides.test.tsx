import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Schemas } from '@/api/client';
import { openApp, openAsAdministrator } from '@/testing/openApp';
import { answers, iHave, keepsWaiting, refuses, takes } from '@/testing/service';
import { write } from '@/testing/write';
import { builtIn, managedGuide, rowOf } from './given';

const LIST = '/api/v1/managed-guides';
const ONE = `${LIST}/:guideId`;
const guide = managedGuide();
const at = `/administration/guides/${guide.id}`;

/** The service holds the guide, and takes what is written. */
function held(given: Partial<Schemas['ManagedGuide']> = {}) {
  let now = managedGuide(given);
  const sent: Schemas['GuideContent'][] = [];
  takes('get', ONE, () => now);
  takes('put', ONE, (content: Schemas['GuideContent']) => {
    sent.push(content);
    now = { ...now, version: now.version + 1, content, unpublishedChanges: true };
    return now;
  });
  return { sent, newest: () => sent.at(-1) };
}

describe('the list of guides', () => {
  it('shows its shape while it waits', async () => {
    keepsWaiting('get', LIST);
    const { container } = await openAsAdministrator('/administration/guides');
    await screen.findByRole('heading', { name: 'Feedbackguider' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', LIST, 'unexpected', 500);
    await openAsAdministrator('/administration/guides');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('tells how one comes by a guide of one’s own while there is none', async () => {
    answers('get', LIST, [rowOf(builtIn)]);
    await openAsAdministrator('/administration/guides');
    expect(
      await screen.findByRole('heading', { level: 2, name: 'I har ingen egne guider endnu' }),
    ).toBeTruthy();
  });

  it('keeps one’s own, those that are built in, and the retired apart, each with where it stands', async () => {
    const retired = managedGuide({ id: 'r', retiredAt: '2026-11-21T09:00:00Z' });
    const draft = managedGuide({ id: 'd', unpublishedChanges: true });
    delete draft.publishedVersion;
    draft.content = { ...draft.content, da: { title: '', introduction: '' } };
    answers('get', LIST, [rowOf(builtIn), rowOf(guide), rowOf(draft), rowOf(retired)]);
    await openAsAdministrator('/administration/guides');
    const own = await screen.findByRole('region', { name: 'Jeres egne' });
    expect(
      within(own).getByText('Udgave 1, udgivet den 20. november 2026. Rettet siden.'),
    ).toBeTruthy();
    expect(within(own).getByRole('link', { name: 'Guide uden navn' })).toBeTruthy();
    expect(within(own).getByText('Ikke udgivet endnu.')).toBeTruthy();
    const theirs = screen.getByRole('region', { name: 'Følger med Dialogspejl' });
    expect(within(theirs).getByRole('link', { name: 'Borgerservice' })).toBeTruthy();
    const gone = screen.getByRole('region', { name: 'Taget ud af brug' });
    expect(within(gone).getByText(/Taget ud af brug den 21\. november 2026\.$/)).toBeTruthy();
  });

  it('copies a guide with a key of its own, and goes to the copy', async () => {
    answers('get', LIST, [rowOf(builtIn)]);
    held();
    const keys: (string | null)[] = [];
    takes('post', LIST, (body, request) => {
      keys.push(request.headers.get('Idempotency-Key'));
      expect(body).toEqual({ copyOf: builtIn.id });
      return guide;
    });
    const { person } = await openAsAdministrator('/administration/guides');
    await person.click(await screen.findByRole('button', { name: 'Lav en kopi af Borgerservice' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ved skranken i Fjordby' }),
    ).toBeTruthy();
    expect(keys).toEqual([expect.stringMatching(/^.{36}$/)]);
  });

  it('is nothing for others', async () => {
    await openApp('/administration/guides');
    expect(await screen.findByText('Siden findes ikke')).toBeTruthy();
  });
});

describe('a guide from a file', () => {
  const choose = async (text: string) => {
    answers('get', LIST, [rowOf(builtIn)]);
    const opened = await openAsAdministrator('/administration/guides');
    const field = await screen.findByLabelText('Vælg en JSON-fil');
    await opened.person.upload(field, new File([text], 'guide.json', { type: 'application/json' }));
    return opened;
  };

  it('becomes a new one', async () => {
    held();
    const sent: unknown[] = [];
    takes('post', `${LIST}/import`, (body) => {
      sent.push(body);
      return guide;
    });
    await choose('{"format": "dialogspejl-guide-1"}');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ved skranken i Fjordby' }),
    ).toBeTruthy();
    expect(sent).toEqual([{ format: 'dialogspejl-guide-1' }]);
  });

  it('that has faults is told of each at its field', async () => {
    refuses('post', `${LIST}/import`, 'invalid', 400, {
      violations: [
        { field: 'format', detail: 'Det er ikke en guide fra Dialogspejl.' },
        {
          field: 'topics[2].questions[0].da.evaluatee',
          detail: 'Teksten må højst være på 300 tegn.',
        },
      ],
    });
    await choose('{}');
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('topics[2].questions[0].da.evaluatee')).toBeTruthy();
    expect(within(alert).getByText(/højst være på 300 tegn/)).toBeTruthy();
    expect(within(alert).queryByRole('button')).toBeNull();
  });

  it('that is none is told so', async () => {
    refuses('post', `${LIST}/import`, 'malformed', 400);
    await choose('ikke en guide');
    expect(
      await screen.findByText('Filen kan ikke læses som en guide. Intet er gemt.'),
    ).toBeTruthy();
  });

  it('in which only what may be kept is warned of, is taken in when one keeps it', async () => {
    held();
    refuses('post', `${LIST}/import`, 'invalid', 400, {
      violations: [
        { field: 'da.introduction', detail: 'Et telefonnummer.', personalData: 'PHONE_NUMBER' },
      ],
    });
    const { person } = await choose('{}');
    const keep = await screen.findByRole('button', { name: 'Behold det, og indlæs' });
    const kept: (string | null)[] = [];
    takes('post', `${LIST}/import`, (_, request) => {
      kept.push(request.headers.get('Keep-Personal-Data'));
      return guide;
    });
    await person.click(keep);
    await screen.findByRole('heading', { level: 1, name: 'Ved skranken i Fjordby' });
    expect(kept).toEqual(['PHONE_NUMBER']);
  });
});

describe('a guide of one’s own', () => {
  it('is saved as one types', async () => {
    const service = held();
    const { person } = await openAsAdministrator(at);
    await write(person, await screen.findByLabelText('Titel (dansk)'), ' By');
    await waitFor(() => expect(service.newest()?.da.title).toBe('Ved skranken i Fjordby By'), {
      timeout: 3_000,
    });
    expect(
      screen.getByRole('heading', { level: 1, name: 'Ved skranken i Fjordby By' }),
    ).toBeTruthy();
  });

  it('has its topics moved by buttons, which say where they are and keep the focus', async () => {
    const service = held();
    const { person } = await openAsAdministrator(at);
    const down = await screen.findByRole('button', { name: 'Flyt Velkomst ned' });
    down.focus();
    await person.keyboard('{Enter}');
    expect(screen.getByText('Velkomst er nu nummer 2 af 2.')).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Flyt Velkomst ned');
    await person.keyboard('{Enter}');
    expect(screen.getByText('Velkomst står allerede sidst.')).toBeTruthy();
    await waitFor(
      () => expect(service.newest()?.topics.map(({ key }) => key)).toEqual(['closing', 'welcome']),
      { timeout: 3_000 },
    );
  });

  it('gives a removed topic back as it was', async () => {
    const service = held();
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Fjern Velkomst' }));
    expect(screen.queryByRole('link', { name: 'Velkomst' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Fortryd');
    await waitFor(() => expect(service.newest()?.topics).toHaveLength(1), { timeout: 3_000 });
    await person.keyboard('{Enter}');
    expect(screen.getByRole('link', { name: 'Velkomst' })).toBeTruthy();
    await waitFor(() => expect(service.newest()?.topics).toEqual(guide.content.topics), {
      timeout: 3_000,
    });
  });

  it('keeps both titles when another administrator has written in the same', async () => {
    const theirs = managedGuide({
      version: 9,
      content: { ...guide.content, da: { title: 'Deres titel', introduction: 'Et spejl.' } },
    });
    held();
    const { person } = await openAsAdministrator(at);
    refuses('put', ONE, 'stale', 412, { current: theirs as unknown as Record<string, never> });
    await write(person, await screen.findByLabelText('Titel (dansk)'), '!');
    const panel = await screen.findByRole(
      'group',
      { name: 'I har begge rettet her' },
      { timeout: 3_000 },
    );
    expect(within(panel).getByText('Deres titel')).toBeTruthy();
    expect(within(panel).getByText('Ved skranken i Fjordby!')).toBeTruthy();
  });

  it('is published as it stands, once everything is saved', async () => {
    held();
    const seen: (string | null)[] = [];
    takes('post', `${ONE}/publish`, (_, request) => {
      seen.push(request.headers.get('If-Match'));
      const now = managedGuide({ version: 6, publishedVersion: 2, unpublishedChanges: false });
      answers('get', ONE, now);
      return now;
    });
    const { person } = await openAsAdministrator(at);
    await write(person, await screen.findByLabelText('Titel (dansk)'), '!');
    await person.click(screen.getByRole('button', { name: 'Udgiv guiden' }));
    const done = await screen.findByText('Udgave 2 er udgivet. Nye forløb begynder med den.');
    await waitFor(() => expect(document.activeElement).toBe(done));
    expect(seen).toEqual(['"5"']);
    expect(screen.queryByRole('button', { name: 'Udgiv guiden' })).toBeNull();
  });

  it('is taken elsewhere as it stands on the page, or not before it is saved', async () => {
    held();
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => undefined,
    });
    answers('get', `${ONE}/file`, { titel: 'guide' });
    const { person } = await openAsAdministrator(at);
    refuses('put', ONE, 'unexpected', 500);
    await write(person, await screen.findByLabelText('Titel (dansk)'), '!');
    await person.click(screen.getByRole('button', { name: 'Hent som fil' }));
    expect(await screen.findByText(/^Din tekst er ikke gemt endnu/)).toBeTruthy();
    expect(files).toEqual([]);
    const { newest } = held();
    await write(person, screen.getByLabelText('Titel (dansk)'), '!');
    await person.click(screen.getByRole('button', { name: 'Hent som fil' }));
    await waitFor(() => expect(files.length).toBe(1));
    expect(newest()?.da.title).toBe('Ved skranken i Fjordby!!');
    expect(screen.queryByText(/^Din tekst er ikke gemt endnu/)).toBeNull();
  });

  it('names each text that is missing, as a link to where it is missing', async () => {
    held();
    refuses('post', `${ONE}/publish`, 'invalid', 400, {
      violations: [
        { field: 'en.introduction', detail: 'Her mangler teksten.' },
        { field: 'topics[0].questions[1].en.partner', detail: 'Her mangler teksten.' },
      ],
    });
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Udgiv guiden' }));
    expect(await screen.findByRole('link', { name: 'Indledning (engelsk)' })).toBeTruthy();
    await person.click(
      screen.getByRole('link', {
        name: 'Velkomst, spørgsmål 2: Til sparringspartneren (engelsk)',
      }),
    );
    const group = await screen.findByRole('group', { name: 'Spørgsmål 2' });
    expect(document.activeElement).toBe(
      within(group).getByLabelText('Til sparringspartneren (engelsk)'),
    );
  });

  it('is retired, and offers to come back', async () => {
    held();
    takes('post', `${ONE}/retire`, () => {
      const now = managedGuide({ version: 5, retiredAt: '2026-11-24T09:00:00Z' });
      answers('get', ONE, now);
      return now;
    });
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Tag guiden ud af brug' }));
    expect(await screen.findByRole('button', { name: 'Tag den i brug igen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Udgiv guiden' })).toBeNull();
  });

  it('says why the last one cannot be retired', async () => {
    held();
    refuses('post', `${ONE}/retire`, 'step-not-possible', 409, {
      unmet: [{ code: 'LAST_GUIDE', detail: 'Det er den eneste guide.' }],
    });
    const { person } = await openAsAdministrator(at);
    await person.click(await screen.findByRole('button', { name: 'Tag guiden ud af brug' }));
    expect(await screen.findByText('Det er den eneste guide.')).toBeTruthy();
  });

  it('that is not there is told so', async () => {
    refuses('get', ONE, 'not-found', 404);
    await openAsAdministrator(at);
    expect(await screen.findByText('Det findes ikke her')).toBeTruthy();
  });

  it('that is built in is copied from its own page too', async () => {
    takes('get', ONE, (_, request) => (request.url.endsWith(builtIn.id) ? builtIn : guide));
    const sent: unknown[] = [];
    takes('post', LIST, (body) => {
      sent.push(body);
      return guide;
    });
    const { person } = await openAsAdministrator(`/administration/guides/${builtIn.id}`);
    await person.click(await screen.findByRole('button', { name: 'Lav en kopi' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ved skranken i Fjordby' }),
    ).toBeTruthy();
    expect(sent).toEqual([{ copyOf: builtIn.id }]);
  });
});

describe('a topic', () => {
  const page = `${at}/topics/welcome`;

  it('is written four times, and so are its questions', async () => {
    const service = held();
    const { person } = await openAsAdministrator(page);
    const first = await screen.findByRole('group', { name: 'Spørgsmål 1' });
    expect(within(first).getAllByRole('textbox')).toHaveLength(4);
    await write(person, within(first).getByLabelText('Til sparringspartneren (engelsk)'), ' More?');
    await waitFor(
      () =>
        expect(service.newest()?.topics[0]?.questions[0]?.en.partner).toBe(
          'Den anden: smil (en)? More?',
        ),
      { timeout: 3_000 },
    );
  });

  it('is written in the languages that the organisation offers alone', async () => {
    held();
    iHave({
      roles: ['EMPLOYEE', 'ADMINISTRATOR'],
      offers: { video: true, hrSharing: true, languages: ['da'] },
    });
    await openApp(page);
    const first = await screen.findByRole('group', { name: 'Spørgsmål 1' });
    expect(within(first).getAllByRole('textbox')).toHaveLength(2);
    expect(screen.queryByLabelText(/engelsk/)).toBeNull();
    expect(screen.getByText(/Det samme siges to gange/)).toBeTruthy();
  });

  it('gets a question more, with the focus in it', async () => {
    const service = held();
    const { person } = await openAsAdministrator(`${at}/topics/closing`);
    await person.click(await screen.findByRole('button', { name: 'Tilføj et spørgsmål' }));
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await person.paste('Hvordan siger jeg farvel?');
    await waitFor(
      () =>
        expect(service.newest()?.topics[1]?.questions[0]?.da.evaluatee).toBe(
          'Hvordan siger jeg farvel?',
        ),
      { timeout: 3_000 },
    );
  });

  it('has its questions moved and removed', async () => {
    const service = held();
    const { person } = await openAsAdministrator(page);
    await person.click(await screen.findByRole('button', { name: 'Flyt Spørgsmål 1 ned' }));
    await person.click(screen.getByRole('button', { name: 'Fjern Spørgsmål 1' }));
    await waitFor(
      () => expect(service.newest()?.topics[0]?.questions.map(({ key }) => key)).toEqual(['smil']),
      { timeout: 3_000 },
    );
  });

  it('that holds what looks like a number of somebody’s is pointed to from the guide’s page', async () => {
    const service = held();
    const { person } = await openAsAdministrator(page);
    const first = await screen.findByRole('group', { name: 'Spørgsmål 1' });
    await write(
      person,
      within(first).getByLabelText('Til sparringspartneren (dansk)'),
      ' 20304050',
    );
    await person.click(screen.getByRole('link', { name: 'Tilbage til guiden' }));
    const link = await screen.findByRole('link', {
      name: 'Velkomst, spørgsmål 1: Til sparringspartneren (dansk)',
    });
    expect(link.getAttribute('href')).toBe(`${page}#welcome.smil.da.partner`);
    expect(service.sent).toEqual([]);
  });

  it('leads to the next one', async () => {
    held();
    const { person } = await openAsAdministrator(page);
    await person.click(await screen.findByRole('link', { name: 'Næste emne: Afslutning' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Afslutning' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Næste emne/ })).toBeNull();
  });

  it('says at the field what the service does not take', async () => {
    held();
    refuses('put', ONE, 'invalid', 400, {
      violations: [{ field: 'topics[0].da.title', detail: 'Teksten må højst være på 100 tegn.' }],
    });
    const { person } = await openAsAdministrator(page);
    const title = await screen.findByLabelText('Titel (dansk)');
    await write(person, title, ' og mere');
    await waitFor(() => expect(title.getAttribute('aria-invalid')).toBe('true'), {
      timeout: 3_000,
    });
  });

  it('that has been removed is told so, with the way back', async () => {
    held();
    await openAsAdministrator(`${at}/topics/gone`);
    expect(await screen.findByRole('link', { name: 'Tilbage til guiden' })).toBeTruthy();
  });
});

describe('the preview', () => {
  it('is what the evaluatee reads, what the partner reads, and what is printed', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    held();
    const { person, container } = await openAsAdministrator(`${at}/preview`);
    expect(await screen.findByText('Jeg: smil?')).toBeTruthy();
    await person.click(screen.getByRole('radio', { name: 'sparringspartner' }));
    expect(screen.getByText('Den anden: smil?')).toBeTruthy();
    expect(screen.queryByText('Jeg: smil?')).toBeNull();
    await person.click(screen.getByRole('radio', { name: 'engelsk' }));
    expect(screen.getByText('Den anden: smil (en)?')).toBeTruthy();
    expect(container.querySelector('[lang="en"]')).toBeTruthy();
    await person.click(screen.getByRole('switch', { name: 'Vis den som udskrift' }));
    expect(container.querySelector('[class*="printed"]')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Udskriv' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('is there for a guide that is built in too', async () => {
    answers('get', ONE, builtIn);
    const { person } = await openAsAdministrator(`/administration/guides/${builtIn.id}`);
    expect(await screen.findByText(/kan ikke rettes/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await person.click(screen.getByRole('link', { name: 'Se guiden' }));
    expect(await screen.findByText('Jeg: smil?')).toBeTruthy();
  });

  it('comes in English', async () => {
    held();
    await openAsAdministrator(`${at}/preview`, 'en');
    expect(await screen.findByText('Jeg: smil (en)?')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'At the desk in Fjordby' })).toBeTruthy();
  });
});
