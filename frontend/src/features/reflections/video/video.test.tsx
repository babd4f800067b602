import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '@/api/client';
import { guideView, ownDialogue, ownReflection, ownSheet, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, service, takes } from '@/testing/service';
// Loaded before the first test begins: how long that takes is not what it is about.
import '../ReflectionPage';
import '@/features/rounds/RoundLayout';
import './index';

const ROUND = '/api/v1/rounds/:roundId';
const DIALOGUE = '/api/v1/dialogues/:dialogueId';
const recording = { consented: true, consentMethod: 'SIGNED', deleteBy: '2027-01-01' } as const;
const film = (content = 'film', name = 'skranken.mp4') =>
  new File([content], name, { type: 'video/mp4' });

function given(moments: Schemas['Moment'][] = [], how: Partial<Schemas['Recording']> = {}) {
  answers('get', ROUND, roundView({ status: 'REFLECTING', mode: 'WITH_VIDEO' }));
  answers('get', `${ROUND}/dialogues`, [ownDialogue({ recording: { ...recording, ...how } })]);
  answers('get', '/api/v1/guides/:guideId', guideView());
  answers('get', `${DIALOGUE}/reflections`, ownSheet(ownReflection('welcome', { moments })));
  answers('get', `${DIALOGUE}/sharing`, { version: 2, topics: [] });
  takes('put', `${DIALOGUE}/reflections/:topic`, (body: Schemas['WriteReflection']) => {
    written.push(body);
    return ownReflection('welcome', {
      version: written.length,
      text: body.text,
      moments: body.moments ?? [],
    });
  });
}

let written: Schemas['WriteReflection'][] = [];

async function open() {
  const app = await openApp(`/rounds/${roundView().id}/dialogues/${ownDialogue().id}`);
  await screen.findByText(/Optagelsen bliver på denne enhed/, {}, { timeout: 12_000 });
  return { ...app, choose: (file: File) => choose(app.container, file) };
}

async function choose(container: HTMLElement, file: File) {
  const input = container.querySelector('input[type="file"]');
  if (input) fireEvent.change(input, { target: { files: [file] } });
  return waitFor(() => {
    const video = container.querySelector('video');
    if (!video) throw new Error('no player');
    return video;
  });
}

const moments = () => screen.findByRole('region', { name: 'Øjeblikke i optagelsen' });
const times = (part: HTMLElement) =>
  within(part)
    .getAllByRole('button', { name: /^Afspil fra/ })
    .map(({ textContent }) => textContent);

describe('a recording beside the text', () => {
  beforeEach(() => {
    written = [];
    URL.createObjectURL = vi.fn(() => 'blob:film');
    URL.revokeObjectURL = vi.fn();
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function play(
      this: HTMLMediaElement,
    ) {
      fireEvent.play(this);
    });
    vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined);
  });

  it('is played from the device, and let go with the page', async () => {
    given();
    const { choose, unmount } = await open();
    const video = await choose(film());
    expect(video.getAttribute('src')).toBe('blob:film');
    unmount();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:film');
  });

  it('sends nothing of the file when it is chosen, played and noted on', async () => {
    given();
    const requests: string[] = [];
    service.events.on('request:start', async ({ request }) => {
      const body = await request.clone().text();
      requests.push([request.url, JSON.stringify([...request.headers]), body].join('\n'));
    });
    const { person, choose } = await open();
    await choose(film('hemmelig-optagelse', 'hemmeligt-navn.mp4'));
    await screen.findByText(/Filen bliver genkendt/);
    await person.click(screen.getByRole('button', { name: 'Notér øjeblikket' }));
    await waitFor(() => expect(written).not.toEqual([]));
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((request) => /hemmelig/.test(request))).toEqual([]);
    service.events.removeAllListeners();
  });

  it('notes the moment at a key, with the focus in its note, in order of time', async () => {
    given([{ second: 75, note: 'Afbryder' }]);
    const { person, choose } = await open();
    const video = await choose(film());
    video.currentTime = 12.8;
    await person.click(screen.getByRole('textbox', { name: /^Hvordan gør jeg/ }));
    await person.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Note til 0:12'),
    );
    await person.keyboard('Øjenkontakt');
    expect(times(await moments())).toEqual(['0:12', '1:15']);
    await waitFor(() =>
      expect(written.at(-1)?.moments).toEqual([
        { second: 12, note: 'Øjenkontakt' },
        { second: 75, note: 'Afbryder' },
      ]),
    );
  });

  it('plays and pauses at a key without leaving the text', async () => {
    given();
    const { person, choose } = await open();
    await choose(film());
    const text = screen.getByRole('textbox', { name: /^Hvordan gør jeg/ });
    await person.click(text);
    await person.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    expect(HTMLMediaElement.prototype.play).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(text);
    expect(screen.getByRole('button', { name: 'Sæt på pause' })).toBeTruthy();
  });

  it('goes to a moment and plays from there', async () => {
    given([{ second: 75, note: 'Afbryder' }]);
    const { person, choose } = await open();
    const video = await choose(film());
    await person.click(await screen.findByRole('button', { name: 'Afspil fra 1:15' }));
    expect(video.currentTime).toBe(75);
    expect(video.play).toHaveBeenCalled();
  });

  it('leaps back and forward, and changes its speed', async () => {
    given();
    const { person, choose } = await open();
    const video = await choose(film());
    video.currentTime = 3;
    await person.click(screen.getByRole('button', { name: '5 sekunder frem' }));
    expect(video.currentTime).toBe(8);
    await person.click(screen.getByRole('button', { name: '5 sekunder tilbage' }));
    await person.click(screen.getByRole('button', { name: '5 sekunder tilbage' }));
    expect(video.currentTime).toBe(0);
    await person.selectOptions(screen.getByRole('combobox', { name: 'Hastighed' }), '1.5');
    expect(video.playbackRate).toBe(1.5);
  });

  it('brings a removed moment back', async () => {
    given([{ second: 75, note: 'Afbryder' }]);
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Fjern øjeblikket 1:15' }));
    expect(screen.queryByRole('textbox', { name: 'Note til 1:15' })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note til 1:15' }).value).toBe(
      'Afbryder',
    );
  });

  it('is recognised when it is chosen again, and another is not', async () => {
    given();
    const first = await open();
    await first.choose(film());
    await screen.findByText(/Filen bliver genkendt/);
    first.unmount();
    const { choose, person } = await open();
    expect(await screen.findByText('Sidst brugte du »skranken.mp4«. Vælg den igen.')).toBeTruthy();
    await choose(film('en anden', 'telefonen.mp4'));
    expect(await screen.findByText(/^Det er en anden fil end sidst/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Brug denne fremover' }));
    expect(await screen.findByText(/Filen bliver genkendt/)).toBeTruthy();
  });

  it('says what to do when the browser cannot play it', async () => {
    given();
    const { choose, person } = await open();
    fireEvent.error(await choose(film()));
    expect(await screen.findByText(/^Browseren kan ikke afspille filen/)).toBeTruthy();
    await person.click(screen.getByText('Skriv en tidskode i hånden'));
    await person.type(screen.getByLabelText('Tidskode'), '1:15');
    await person.click(screen.getByRole('button', { name: 'Tilføj' }));
    expect(screen.getByRole('textbox', { name: 'Note til 1:15' })).toBeTruthy();
  });
});

it('moments remain without a player once the recording is deleted', async () => {
  given([{ second: 75, note: 'Afbryder' }], { deletedAt: '2026-12-20T08:00:00Z' });
  const { container } = await openApp(`/rounds/${roundView().id}/dialogues/${ownDialogue().id}`);
  expect(await screen.findByRole('textbox', { name: 'Note til 1:15' })).toBeTruthy();
  expect(container.querySelector('input[type="file"]')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Afspil fra 1:15' })).toBeNull();
});
