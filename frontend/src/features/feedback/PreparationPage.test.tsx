import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { guideView, ownFeedback, roundView, sharedDialogue } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';
import { write } from '@/testing/write';

/** Anna is the partner here: the round is about Mette. */
const mette = { id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f02', name: 'Mette Krog' };
const round = roundView({ status: 'REFLECTING', iAm: 'PARTNER', evaluatee: mette });
const path = `/rounds/${round.id}/preparation`;
const sheet = '/api/v1/rounds/:roundId/partner-feedback';

function given(topics: Schemas['OwnFeedback'][]) {
  answers('get', '/api/v1/rounds/:roundId', round);
  answers('get', '/api/v1/guides/:guideId', guideView());
  answers('get', '/api/v1/rounds/:roundId/dialogues', [sharedDialogue()]);
  answers('get', '/api/v1/dialogues/:dialogueId/reflections', {
    reader: 'PARTNER',
    reflections: [
      {
        topic: 'welcome',
        text: 'Jeg så op med det samme.',
        moments: [{ second: 75, note: 'Smilet' }],
      },
    ],
  });
  answers('get', sheet, { reader: 'PARTNER', topics });
}

/** The service takes what is written on a topic; what it got last. */
function writing(topic: string) {
  const got: { body?: Schemas['WriteFeedback']; version: number } = { version: 0 };
  takes<Schemas['WriteFeedback']>('put', `${sheet}/${topic}`, (body) => {
    got.body = body;
    got.version++;
    const view: Schemas['OwnFeedback'] = { ...body, topic, version: got.version };
    answers('get', sheet, {
      reader: 'PARTNER',
      topics: [view, ownFeedback('needs'), ownFeedback('closing')],
    });
    return view;
  });
  return got;
}

describe('the partner’s room', () => {
  beforeEach(() => given([ownFeedback('welcome'), ownFeedback('needs'), ownFeedback('closing')]));

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', sheet);
    const { container } = await openApp(path);
    await screen.findByRole('heading', { name: 'Forberedelse' });
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeTruthy());
  });

  it('says what to do when the service fails', async () => {
    refuses('get', sheet, 'unexpected', 500);
    await openApp(path);
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('shows what the evaluatee has shared, with moments as times', async () => {
    await openApp(path);
    const shared = await screen.findByRole('region', { name: 'Det Mette har delt med dig' });
    expect(within(shared).getByText('Jeg så op med det samme.')).toBeTruthy();
    expect(within(shared).getByText('1:15')).toBeTruthy();
  });

  it('helps one on when nothing is shared yet', async () => {
    answers('get', '/api/v1/rounds/:roundId/dialogues', []);
    await openApp(path);
    expect(await screen.findByText(/Mette har ikke delt noget endnu/)).toBeTruthy();
    expect(screen.getByLabelText('Dine noter om Modtagelse')).toBeTruthy();
  });

  it('says what comes when the round has not begun', async () => {
    given([]);
    await openApp(path);
    expect(await screen.findByText('Forløbet er ikke begyndt endnu')).toBeTruthy();
  });

  it('is not for the evaluatee', async () => {
    answers('get', '/api/v1/rounds/:roundId', roundView({ status: 'REFLECTING' }));
    await openApp(path);
    expect(await screen.findByText('Her forbereder Bo sig')).toBeTruthy();
    expect(screen.queryByLabelText(/Dine noter/)).toBeNull();
  });

  it('speaks in the partner’s wording, one topic at a time', async () => {
    const { person } = await openApp(path);
    await screen.findByText('Hvordan gør den anden: Modtagelse?');
    await person.click(screen.getByRole('link', { name: 'Behov' }));
    expect(await screen.findByText('Hvordan gør den anden: Behov?')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Behov'));
    expect(screen.getByText('Mette har ikke delt noget om det her emne.')).toBeTruthy();
  });

  it('keeps notes to oneself and says so', async () => {
    const got = writing('welcome');
    const { person } = await openApp(path);
    const notes = await screen.findByRole('region', { name: 'Dine noter' });
    expect(within(notes).getByText('Kun dig')).toBeTruthy();
    await write(person, within(notes).getByRole('textbox'), 'Husk roen');
    await waitFor(() => expect(got.body?.note).toBe('Husk roen'));
    expect(got.body).toMatchObject({ questionsShared: false, feedbackShared: false });
  });

  it('takes questions, and sends none that is empty', async () => {
    const got = writing('welcome');
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Skriv et spørgsmål' }));
    await person.paste('Hvad så du?');
    await person.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Spørgsmål 2'));
    await waitFor(() => expect(got.body?.questions).toEqual(['Hvad så du?']));
    await person.paste('Hvordan var det?');
    await waitFor(() => expect(got.body?.questions).toEqual(['Hvad så du?', 'Hvordan var det?']));
  });

  it('moves questions by buttons, keeps the focus with them, and puts a removed one back', async () => {
    given([
      ownFeedback('welcome', { questions: ['Første?', 'Anden?'] }),
      ownFeedback('needs'),
      ownFeedback('closing'),
    ]);
    const got = writing('welcome');
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Flyt spørgsmål 1 ned' }));
    const texts = () =>
      screen.getAllByLabelText<HTMLTextAreaElement>(/^Spørgsmål \d/).map(({ value }) => value);
    expect(texts()).toEqual(['Anden?', 'Første?']);
    expect(screen.getByText('Flyttet til plads 2 af 2.')).toBeTruthy();
    // Its way down is closed now, so the focus is in the question itself.
    expect(document.activeElement).toBe(screen.getByLabelText('Spørgsmål 2'));
    await person.click(screen.getByRole('button', { name: 'Fjern spørgsmål 1' }));
    expect(texts()).toEqual(['Første?']);
    await person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(texts()).toEqual(['Anden?', 'Første?']);
    await waitFor(() => expect(got.body?.questions).toEqual(['Anden?', 'Første?']));
  });

  it('helps to open a closed question after a pause, and lets it be when told to', async () => {
    writing('welcome');
    const { person } = await openApp(path);
    await person.click(await screen.findByRole('button', { name: 'Skriv et spørgsmål' }));
    fireEvent.change(screen.getByLabelText('Spørgsmål 1'), {
      target: { value: 'Kiggede du på borgeren?' },
    });
    expect(screen.queryByText(/besvares med et ja eller nej/)).toBeNull();
    const hint = await screen.findByText(/besvares med et ja eller nej/, {});
    expect(hint.closest('[role="status"]')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Skjul rådet' }));
    expect(screen.queryByText(/besvares med et ja eller nej/)).toBeNull();
  });

  it('shares questions when the partner says so, and says who can read them', async () => {
    const got = writing('welcome');
    const { person } = await openApp(path);
    const part = await screen.findByRole('region', { name: 'Spørgsmål til Mette' });
    expect(within(part).getByText('Kun dig')).toBeTruthy();
    await person.click(within(part).getByRole('switch', { name: 'Mette må læse spørgsmålene' }));
    expect(within(part).getByText('Mette kan læse det')).toBeTruthy();
    await waitFor(() => expect(got.body?.questionsShared).toBe(true));
    expect(got.body?.feedbackShared).toBe(false);
  });

  it('lets one take back what is shared when the round is over, and nothing else', async () => {
    given([
      ownFeedback('welcome', { questions: ['Første?'], questionsShared: true }),
      ownFeedback('needs'),
      ownFeedback('closing'),
    ]);
    answers('get', '/api/v1/rounds/:roundId', { ...round, status: 'FOLLOWED_UP' });
    await openApp(path);
    const back = await screen.findByRole('switch', { name: 'Mette må læse spørgsmålene' });
    expect(back.hasAttribute('disabled')).toBe(false);
    expect(
      screen.getByRole('switch', { name: 'Mette må læse din feedback' }).hasAttribute('disabled'),
    ).toBe(true);
    expect(screen.getByLabelText('Spørgsmål 1').hasAttribute('readonly')).toBe(true);
    expect(screen.queryByRole('button', { name: /Fjern/ })).toBeNull();
  });
});
