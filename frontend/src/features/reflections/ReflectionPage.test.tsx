import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { connection } from '@/api/connection';
import {
  guideView,
  ownDialogue,
  ownReflection,
  ownSheet,
  roundView,
  sharedDialogue,
} from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';
import { write } from '@/testing/write';
// Loaded before the first test begins: how long that takes is not what it is about.
import './ReflectionPage';
import '@/features/rounds/RoundLayout';

const ROUND = '/api/v1/rounds/:roundId';
const DIALOGUE = '/api/v1/dialogues/:dialogueId';

interface Given {
  round?: Parameters<typeof roundView>[0];
  dialogue?: Parameters<typeof ownDialogue>[0];
  sheet?: Schemas['ReflectionSheet'];
  shared?: string[];
}

function given({ round, dialogue, sheet = ownSheet(), shared = [] }: Given = {}) {
  answers('get', ROUND, roundView({ status: 'REFLECTING', ...round }));
  answers('get', `${ROUND}/dialogues`, [ownDialogue(dialogue)]);
  answers('get', '/api/v1/guides/:guideId', guideView());
  answers('get', `${DIALOGUE}/reflections`, sheet);
  answers('get', `${DIALOGUE}/sharing`, { version: 2, topics: shared });
}

const open = (topic = '') =>
  openApp(`/rounds/${roundView().id}/dialogues/${ownDialogue().id}${topic && `?topic=${topic}`}`);

const paper = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Hvordan gør jeg/ });

describe('a reflection', () => {
  afterEach(() => connection.works());

  it('asks the topic in my wording, and says what is written and what is empty', async () => {
    given({ sheet: ownSheet(ownReflection('needs', { text: 'Åbne spørgsmål' })) });
    await open('needs');
    expect(
      await screen.findByRole('heading', { name: 'Hvordan gør jeg: Behov?', level: 2 }),
    ).toBeTruthy();
    expect((await paper()).value).toBe('Åbne spørgsmål');
    const topics = screen.getByRole('navigation', { name: 'Emner i guiden' });
    expect(within(topics).getByRole('link', { name: /Behov\s*Skrevet/ })).toBeTruthy();
    expect(within(topics).getByRole('link', { name: /Afslutning\s*Tomt endnu/ })).toBeTruthy();
    expect(screen.getByText('Hvad lægger jeg mærke til (needs)?')).toBeTruthy();
  });

  it('shows its shape while it waits', async () => {
    given();
    keepsWaiting('get', `${DIALOGUE}/reflections`);
    const { container } = await open();
    await screen.findByRole('heading', { name: 'Pas til barn' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    given();
    refuses('get', `${DIALOGUE}/reflections`, 'unexpected', 500);
    await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('says so when the dialogue is not there', async () => {
    given();
    answers('get', `${ROUND}/dialogues`, []);
    await open();
    expect(await screen.findByRole('heading', { name: 'Dialogen findes ikke her' })).toBeTruthy();
  });

  it('is saved as one writes, on the version of its own topic', async () => {
    given({ sheet: ownSheet(ownReflection('welcome', { version: 7 })) });
    const sent: unknown[] = [];
    takes('put', `${DIALOGUE}/reflections/:topic`, (body: Schemas['WriteReflection'], request) => {
      sent.push([
        new URL(request.url).pathname.split('/').pop(),
        request.headers.get('If-Match'),
        body,
      ]);
      return ownReflection('welcome', { version: 8, text: body.text });
    });
    const { person } = await open();
    await person.type(await paper(), 'Ro');
    await waitFor(() => expect(sent).toEqual([['welcome', '"7"', { text: 'Ro', moments: [] }]]));
    expect(await screen.findByText('Gemt')).toBeTruthy();
  });

  it('warns of a telephone number beside the text, and sends it once it is to be there', async () => {
    given();
    const sent: unknown[] = [];
    takes('put', `${DIALOGUE}/reflections/:topic`, (body: Schemas['WriteReflection'], request) => {
      sent.push([request.headers.get('Keep-Personal-Data'), body.text]);
      return ownReflection('welcome', { version: 1, text: body.text });
    });
    const { person } = await open();
    await write(person, await paper(), 'Omstillingen har 20 30 40 50');
    expect(await screen.findByText(/Ligner det her et telefonnummer\?/)).toBeTruthy();
    expect(await screen.findByText('Ikke sendt endnu – se under feltet')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Behold det' }));
    await waitFor(() => expect(sent).toEqual([['PHONE_NUMBER', 'Omstillingen har 20 30 40 50']]));
    expect(await screen.findByText('Gemt')).toBeTruthy();
  });

  it('never offers to keep a CPR number, and loses no word around it', async () => {
    given();
    keepsWaiting('put', `${DIALOGUE}/reflections/:topic`);
    const { person } = await open();
    await write(person, await paper(), 'Hun sagde 151290-1201 højt');
    expect(await screen.findByText(/Her står et CPR-nummer/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Behold det' })).toBeNull();
    expect((await paper()).value).toBe('Hun sagde 151290-1201 højt');
  });

  it('keeps what is written when the topic changes, by the link and by the keys', async () => {
    given();
    keepsWaiting('put', `${DIALOGUE}/reflections/:topic`);
    const { person } = await open();
    await person.type(await paper(), 'Smil');
    await person.keyboard('{Alt>}{PageDown}{/Alt}');
    const next = await paper();
    expect(screen.getByRole('heading', { name: 'Hvordan gør jeg: Behov?' })).toBeTruthy();
    expect(document.activeElement).toBe(next);
    await person.keyboard('Pauser');
    await person.click(screen.getByRole('link', { name: /Modtagelse/ }));
    expect((await paper()).value).toBe('Smil');
    await waitFor(() =>
      expect(document.activeElement?.textContent).toBe('Hvordan gør jeg: Modtagelse?'),
    );
    await person.click(screen.getByRole('button', { name: 'Næste emne: Behov' }));
    expect((await paper()).value).toBe('Pauser');
  });

  it('is kept without a network, also when the page is closed and opened again', async () => {
    given();
    takes('put', `${DIALOGUE}/reflections/:topic`, () => ownReflection('welcome', { version: 1 }));
    const { person, unmount } = await open();
    const text = await paper();
    refuses('put', `${DIALOGUE}/reflections/:topic`, 'unavailable', 503);
    await person.type(text, 'Midt i en sæt');
    expect(await screen.findByText('Uden forbindelse – gemt på denne enhed')).toBeTruthy();
    unmount();
    await open();
    expect((await paper()).value).toBe('Midt i en sæt');
  });

  it('shows both texts where two devices wrote in the same topic', async () => {
    given();
    const current = ownReflection('welcome', { version: 1, text: 'Fra telefonen' });
    const stale = { type: 'urn:dialogspejl:problem:stale', status: 412, current };
    answers('put', `${DIALOGUE}/reflections/:topic`, { ...stale, title: '', detail: '' }, 412);
    const { person } = await open();
    await person.type(await paper(), 'Fra skranken');
    const conflict = await screen.findByRole('group', { name: 'I har begge rettet her' });
    expect(within(conflict).getByText('Fra telefonen')).toBeTruthy();
    expect(within(conflict).getByText('Fra skranken')).toBeTruthy();
  });

  it('is only read once the round is concluded', async () => {
    given({
      round: { status: 'CONCLUDED' },
      sheet: ownSheet(ownReflection('welcome', { text: 'Ro' })),
    });
    await open();
    expect(await screen.findByText('Ro')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('sharing', () => {
  it('says exactly who will read what before it happens, and shows it', async () => {
    given({
      sheet: ownSheet(ownReflection('needs', { text: 'Lukkede spørgsmål' })),
      shared: ['welcome'],
    });
    const sent: unknown[] = [];
    takes('put', `${DIALOGUE}/sharing`, (body: Schemas['ShareTopics'], request) => {
      sent.push([request.headers.get('If-Match'), body.topics]);
      return { version: 3, topics: body.topics };
    });
    const { person } = await open();
    const part = await screen.findByRole('region', { name: 'Hvad må Bo læse?' });
    expect(
      within(part).getByText(/^Bo kan læse det du har skrevet under Modtagelse i denne dialog/),
    ).toBeTruthy();
    await person.click(within(part).getByRole('checkbox', { name: 'Behov' }));
    expect(
      within(part).getByText(
        'Hvis du gør det, kan Bo læse det du har skrevet under Modtagelse og Behov i denne dialog, også det du retter senere. Ingen andre kan.',
      ),
    ).toBeTruthy();
    expect(within(part).getByText('Lukkede spørgsmål')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.click(within(part).getByRole('button', { name: 'Del med Bo' }));
    expect(
      await within(part).findByText(/^Bo kan læse det du har skrevet under Modtagelse og Behov/),
    ).toBeTruthy();
    expect(sent).toEqual([['"2"', ['welcome', 'needs']]]);
  });

  it('is taken back in one press, and that can be undone', async () => {
    given({ shared: ['welcome', 'needs'] });
    const sent: unknown[] = [];
    takes('put', `${DIALOGUE}/sharing`, ({ topics }: Schemas['ShareTopics']) => {
      sent.push(topics);
      return { version: 2 + sent.length, topics };
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Tag det hele tilbage' }));
    expect(
      await screen.findByText('Kun du kan læse det du har skrevet om denne dialog.'),
    ).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Fortryd ændringen' }));
    expect(await screen.findByText(/^Bo kan læse det du har/)).toBeTruthy();
    expect(sent).toEqual([[], ['welcome', 'needs']]);
  });

  it('waits until what is written is with the service, but takes back at once', async () => {
    given({ shared: ['needs'] });
    const sent: unknown[] = [];
    takes('put', `${DIALOGUE}/sharing`, ({ topics }: Schemas['ShareTopics']) => {
      sent.push(topics);
      return { version: 3, topics };
    });
    refuses('put', `${DIALOGUE}/reflections/:topic`, 'invalid', 400);
    const { person } = await open();
    await person.type(await paper(), 'Noget der ikke tages imod');
    await person.click(screen.getByRole('checkbox', { name: 'Modtagelse' }));
    await person.click(screen.getByRole('button', { name: 'Del med Bo' }));
    expect(await screen.findByText(/^Noget af det du vil dele, er ikke gemt/)).toBeTruthy();
    expect(sent).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(screen.queryByText(/^Noget af det du vil dele, er ikke gemt/)).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Tag det hele tilbage' }));
    await waitFor(() => expect(sent).toEqual([[]]));
  });

  it('tells empty topics apart', async () => {
    given({ sheet: ownSheet(ownReflection('needs', { text: 'Noget' })) });
    await open();
    const needs = await screen.findByRole('checkbox', { name: 'Behov' });
    const welcome = screen.getByRole('checkbox', { name: 'Modtagelse' });
    const said = (box: HTMLElement) =>
      document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(said(needs)).toBe('Skrevet');
    expect(said(welcome)).toBe('Tomt endnu');
  });

  it('only becomes less once the round is concluded', async () => {
    given({ round: { status: 'CONCLUDED' }, shared: ['welcome'] });
    await open();
    const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    await screen.findByRole('checkbox', { name: 'Modtagelse' });
    expect(box('Modtagelse').disabled).toBe(false);
    expect(box('Behov').disabled).toBe(true);
  });
});

describe('what the other shares', () => {
  it('is read in the partner’s wording with time codes, and nothing else is spoken of', async () => {
    given({
      round: { iAm: 'PARTNER' },
      sheet: {
        reader: 'PARTNER',
        reflections: [
          { topic: 'welcome', text: 'Ro', moments: [{ second: 75, note: 'Her afbryder jeg' }] },
        ],
      },
    });
    answers('get', `${ROUND}/dialogues`, [sharedDialogue()]);
    await open();
    const part = await screen.findByRole('region', { name: 'Det Anna har delt med dig' });
    expect(within(part).getByText('Ro')).toBeTruthy();
    expect(within(part).getByText('Hvordan gør den anden: Modtagelse?')).toBeTruthy();
    expect(within(part).getByText('1:15')).toBeTruthy();
    expect(screen.queryByText('Behov')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByText(/Optagelsen bliver på denne enhed/)).toBeNull();
  });
});
