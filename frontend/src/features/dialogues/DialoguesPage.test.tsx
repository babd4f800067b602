import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connection } from '@/api/connection';
import { addDays, today } from '@/lib/text/useFormat';
import {
  agreementView,
  guideView,
  ownDialogue,
  ownReflection,
  ownSheet,
  roundView,
  sharedDialogue,
} from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';
import { rememberedFile } from './rememberedFile';
import { GRACE } from './useRemoval';

const ROUND = '/api/v1/rounds/:roundId';
const DIALOGUE = '/api/v1/dialogues/:dialogueId';

type Round = Parameters<typeof roundView>[0];

function given(round: Round, dialogues = [ownDialogue()], agreement = {}) {
  answers('get', ROUND, roundView({ status: 'CONDUCTING', numberOfDialogues: 3, ...round }));
  answers('get', `${ROUND}/dialogues`, dialogues);
  answers('get', `${ROUND}/agreement`, agreementView(agreement));
  answers('get', '/api/v1/guides/:guideId', guideView());
  answers('get', `${DIALOGUE}/reflections`, ownSheet());
}

const open = () => openApp(`/rounds/${roundView().id}/dialogues`);
const video = { mode: 'WITH_VIDEO', consentMethod: 'SIGNED', recordingDeletionDays: 14 };

describe('the dialogues', () => {
  afterEach(() => {
    vi.useRealTimers();
    connection.works();
  });

  it('say what is written and who may read it', async () => {
    given({}, [ownDialogue({ sharedTopics: ['needs'] })]);
    answers(
      'get',
      `${DIALOGUE}/reflections`,
      ownSheet(ownReflection('welcome', { text: 'Ro' }), ownReflection('needs', { text: 'Åbent' })),
    );
    await open();
    expect(await screen.findByText('Du har skrevet om Modtagelse og Behov.')).toBeTruthy();
    expect(screen.getByText('Bo kan læse Behov.')).toBeTruthy();
    expect(screen.getByText('Du har noteret 1 af 3 aftalte dialoger.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Pas til barn' })).toBeTruthy();
  });

  it('help the first time', async () => {
    given({}, []);
    await open();
    expect(await screen.findByRole('heading', { name: 'Ingen dialoger endnu' })).toBeTruthy();
  });

  it('show their shape while they wait', async () => {
    given({});
    keepsWaiting('get', `${ROUND}/dialogues`);
    const { container } = await open();
    await screen.findByRole('heading', { name: 'Dialoger' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('say what to do when the service fails', async () => {
    given({});
    refuses('get', `${ROUND}/dialogues`, 'unexpected', 500);
    await open();
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('are noted in a few presses, at the time of noting', async () => {
    given({}, []);
    const sent: unknown[] = [];
    takes('post', `${ROUND}/dialogues`, (body: object, request) => {
      sent.push({ ...body, key: request.headers.get('Idempotency-Key') });
      return ownDialogue({ label: 'Nyt kørekort' });
    });
    const { person } = await open();
    await person.type(await screen.findByLabelText('Hvad handlede den om?'), 'Nyt kørekort');
    await person.click(screen.getByRole('radio', { name: 'Telefon' }));
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    expect(await screen.findByText('»Nyt kørekort« er noteret.')).toBeTruthy();
    expect(sent).toEqual([
      {
        label: 'Nyt kørekort',
        channel: 'PHONE',
        heldAt: expect.stringMatching(/^\d{4}-/),
        key: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    ]);
    expect(screen.getByLabelText<HTMLInputElement>('Hvad handlede den om?').value).toBe('');
  });

  it('are not sent before they can be told apart', async () => {
    given({}, []);
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Notér dialogen' }));
    expect(screen.getByText('Skriv et par ord, for eksempel »Pas til barn«.')).toBeTruthy();
    expect(screen.getByText('Vælg hvor dialogen foregik.')).toBeTruthy();
  });

  it('keep what was typed when the service says no', async () => {
    given({});
    refuses('post', `${ROUND}/dialogues`, 'invalid', 400, {
      violations: [{ field: 'label', detail: 'Her står et CPR-nummer.' }],
    });
    const { person } = await open();
    const label = await screen.findByLabelText<HTMLInputElement>('Hvad handlede den om?');
    await person.type(label, 'Noget');
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    expect(await screen.findByText('Her står et CPR-nummer.')).toBeTruthy();
    expect(label.value).toBe('Noget');
  });

  it('wait on the device without a network, and go out once under the same key', async () => {
    given({});
    let keys: (string | null)[] = [];
    takes('post', `${ROUND}/dialogues`, (_, request) => {
      keys = [...keys, request.headers.get('Idempotency-Key')];
      return ownDialogue({ label: 'Uden net' });
    });
    const { person, unmount } = await open();
    const label = await screen.findByLabelText('Hvad handlede den om?');
    connection.fails();
    await person.type(label, 'Uden net');
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    expect(await screen.findByText(/Dialogen ligger på denne enhed/)).toBeTruthy();
    expect(keys).toEqual([]);
    unmount();
    connection.works();
    await open();
    expect(await screen.findByText('»Uden net« er noteret.')).toBeTruthy();
    expect(keys).toHaveLength(1);
  });

  it('ask for consent and prefill the last day in a round with video', async () => {
    given({ mode: 'WITH_VIDEO' }, [], video);
    const sent: unknown[] = [];
    takes('post', `${ROUND}/dialogues`, (body) => {
      sent.push(body);
      return ownDialogue();
    });
    const { person } = await open();
    await person.type(await screen.findByLabelText('Hvad handlede den om?'), 'Pas til barn');
    await person.click(screen.getByRole('radio', { name: 'Skranke' }));
    const button = screen.getByRole('button', { name: 'Notér dialogen' });
    await person.click(button);
    expect(screen.getByText('Vælg ja eller nej.')).toBeTruthy();
    await person.click(screen.getByRole('radio', { name: 'Ja' }));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Skrevet under' }).checked).toBe(
      true,
    );
    const last = screen.getByLabelText<HTMLInputElement>('Sidste dag optagelsen må findes');
    expect(last.value).toBe(addDays(today(), 14));
    await person.click(button);
    await waitFor(() =>
      expect(sent).toEqual([
        expect.objectContaining({ recording: { consented: true, consentMethod: 'SIGNED' } }),
      ]),
    );
  });

  it('are mended on top of the version that was read', async () => {
    given({ status: 'REFLECTING' });
    const versions: (string | null)[] = [];
    takes('put', DIALOGUE, (body: { label: string }, request) => {
      versions.push(request.headers.get('If-Match'));
      answers('get', `${ROUND}/dialogues`, [ownDialogue({ version: 3, label: body.label })]);
      return ownDialogue({ version: 3, label: body.label });
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Ret' }));
    const label = screen.getByLabelText('Hvad handlede den om?');
    await person.clear(label);
    await person.type(label, 'Pas til to børn');
    await person.click(screen.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByRole('link', { name: 'Pas til to børn' })).toBeTruthy();
    expect(versions).toEqual(['"2"']);
  });

  it('can be brought back after they are removed', async () => {
    given({});
    const removed = vi.fn(() => null);
    takes('delete', DIALOGUE, removed);
    const { person, unmount } = await open();
    await person.click(await screen.findByRole('button', { name: 'Fjern' }));
    expect(screen.queryByRole('link', { name: 'Pas til barn' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Fortryd');
    await person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(screen.getByRole('link', { name: 'Pas til barn' })).toBeTruthy();
    unmount();
    expect(removed).not.toHaveBeenCalled();
  });

  it('are removed for good after a while', async () => {
    given({});
    const removed = vi.fn(() => null);
    takes('delete', DIALOGUE, removed);
    await open();
    const button = await screen.findByRole('button', { name: 'Fjern' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    button.click();
    await vi.advanceTimersByTimeAsync(GRACE - 100);
    expect(removed).not.toHaveBeenCalled();
    answers('get', `${ROUND}/dialogues`, []);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await waitFor(() => expect(removed).toHaveBeenCalledTimes(1));
  });

  it('are removed at once when the page is left', async () => {
    given({});
    const removed = vi.fn(() => null);
    takes('delete', DIALOGUE, removed);
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Fjern' }));
    expect(removed).not.toHaveBeenCalled();
    answers('get', `${ROUND}/history`, []);
    await person.click(screen.getByRole('link', { name: 'Overblik' }));
    await waitFor(() => expect(removed).toHaveBeenCalledTimes(1));
  });

  it('stay where their recording is not deleted, and say so', async () => {
    const recording = { consented: true, consentMethod: 'SIGNED', deleteBy: today() } as const;
    given({ mode: 'WITH_VIDEO' }, [ownDialogue({ recording })], video);
    refuses('delete', DIALOGUE, 'step-not-possible', 409, {
      unmet: [{ code: 'RECORDING_NOT_DELETED', detail: 'Slet optagelsen og bekræft det først.' }],
    });
    const { person } = await open();
    await person.click(await screen.findByRole('button', { name: 'Fjern' }));
    expect(await screen.findByText('»Pas til barn« er her endnu.')).toBeTruthy();
    expect(screen.getByText('Slet optagelsen og bekræft det først.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Pas til barn' })).toBeTruthy();
  });

  it('say in words when a recording is overdue, and forget the file once it is deleted', async () => {
    const recording = { consented: true, deleteBy: addDays(today(), -1) };
    given({ mode: 'WITH_VIDEO', status: 'REFLECTING' }, [ownDialogue({ recording })], video);
    takes('post', `${DIALOGUE}/confirm-deletion`, () => {
      const gone = ownDialogue({
        version: 3,
        recording: { ...recording, deletedAt: '2026-12-03T08:00:00Z' },
      });
      answers('get', `${ROUND}/dialogues`, [gone]);
      return gone;
    });
    const { person } = await open();
    expect(await screen.findByText(/^Fristen er overskredet/)).toBeTruthy();
    expect(screen.getByText(/Du sletter selv filen/)).toBeTruthy();
    await rememberedFile.keep(ownDialogue().id, { name: 'film.mp4', size: 1, hash: 'a' });
    await person.click(screen.getByRole('button', { name: 'Bekræft at optagelsen er slettet' }));
    await person.click(screen.getByRole('button', { name: 'Ja, den er slettet' }));
    expect(await screen.findByText(/Du bekræftede 3. december 2026/)).toBeTruthy();
    expect(await rememberedFile.read(ownDialogue().id)).toBeUndefined();
  });

  it('are finished with a reason where there are fewer than agreed', async () => {
    given({
      waitingFor: [
        {
          step: 'FINISH_DIALOGUES',
          unmet: [{ code: 'FEWER_DIALOGUES_WITHOUT_REASON', detail: 'Skriv kort hvorfor.' }],
        },
      ],
    });
    const sent: unknown[] = [];
    takes('post', `${ROUND}/finish-dialogues`, (body) => {
      sent.push(body);
      const now = roundView({ status: 'REFLECTING', version: 5 });
      answers('get', ROUND, now);
      return now;
    });
    const { person } = await open();
    const finish = await screen.findByRole('button', { name: 'Jeg er færdig med dialogerne' });
    await person.click(finish);
    expect(screen.getByText('Skriv kort hvorfor.')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.type(screen.getByLabelText(/færre dialoger end aftalt/), 'Det var efterårsferie.');
    await person.click(finish);
    expect(await screen.findByRole('heading', { name: 'Er du klar til samtalen?' })).toBeTruthy();
    expect(sent).toEqual([{ fewerDialoguesReason: 'Det var efterårsferie.' }]);
  });

  it('open the talk with a place where one is known', async () => {
    given({ status: 'REFLECTING' });
    const sent: unknown[] = [];
    takes('post', `${ROUND}/open-discussion`, (body) => {
      sent.push(body);
      const now = roundView({ status: 'DISCUSSING', version: 5 });
      answers('get', ROUND, now);
      return now;
    });
    const { person } = await open();
    await person.type(await screen.findByLabelText('Hvor? (kan vente)'), 'Lokale 2');
    await person.click(screen.getByRole('button', { name: 'Åbn samtalen' }));
    expect(await screen.findByRole('link', { name: 'Gå til samtalen' })).toBeTruthy();
    expect(sent).toEqual([{ talkPlace: 'Lokale 2' }]);
  });

  it('say what the talk waits for', async () => {
    given({
      status: 'REFLECTING',
      waitingFor: [
        {
          step: 'OPEN_DISCUSSION',
          unmet: [
            { code: 'NOTHING_REFLECTED', detail: 'Skriv refleksioner til mindst én dialog.' },
          ],
        },
      ],
    });
    await open();
    expect(await screen.findByText('Skriv refleksioner til mindst én dialog.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Åbn samtalen' })).toBeNull();
  });

  it('are only read once the round is concluded', async () => {
    given({ status: 'CONCLUDED' });
    await open();
    const list = await screen.findByRole('region', { name: 'Dine dialoger' });
    expect(within(list).getByRole('link', { name: 'Læs refleksioner' })).toBeTruthy();
    expect(within(list).queryAllByRole('button')).toEqual([]);
  });

  it('are to the partner those that something is shared of', async () => {
    given({ iAm: 'PARTNER', status: 'REFLECTING' });
    answers('get', `${ROUND}/dialogues`, [sharedDialogue()]);
    await open();
    const list = await screen.findByRole('region', { name: 'Det Anna har delt med dig' });
    expect(within(list).getByRole('link', { name: 'Pas til barn' })).toBeTruthy();
    expect(within(list).getByText('Modtagelse')).toBeTruthy();
  });
});
