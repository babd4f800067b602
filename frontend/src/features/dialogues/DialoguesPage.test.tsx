import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { connection } from '@/api/connection';
import { reflectionDocument } from '@/features/reflections/document';
import { documents } from '@/lib/documents/documents';
import { addDays, today } from '@/lib/text/useFormat';
import { ownDialogue, ownReflection, ownSheet, roundView, sharedDialogue } from '@/testing/data';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';
import { DIALOGUE, given, open, ROUND, video } from './given';

/** There is no network, and it is not found again by itself while one types. */
function withoutNetwork() {
  keepsWaiting('get', '/.well-known/jwks.json');
  connection.fails();
}

describe('the dialogues', () => {
  afterEach(() => connection.works());

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
    withoutNetwork();
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

  it('wait one after the other without a network, each with a new form, and go out in that order', async () => {
    given({});
    const sent: string[] = [];
    takes('post', `${ROUND}/dialogues`, (body: { label: string }) => {
      sent.push(body.label);
      return ownDialogue({ id: body.label, label: body.label });
    });
    const { person } = await open();
    const field = () => screen.getByLabelText<HTMLInputElement>('Hvad handlede den om?');
    await screen.findByLabelText('Hvad handlede den om?');
    withoutNetwork();
    await person.type(field(), 'Den ene');
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    expect(await screen.findByText(/Dialogen ligger på denne enhed/)).toBeTruthy();
    await person.type(field(), 'Den anden');
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    expect(await screen.findByText(/2 dialoger ligger på denne enhed/)).toBeTruthy();
    await waitFor(() => expect(field().value).toBe(''));
    connection.works();
    expect(await screen.findByText('»Den anden« er noteret.')).toBeTruthy();
    expect(sent).toEqual(['Den ene', 'Den anden']);
  });

  it('are not finished while one lies on the device, and say why', async () => {
    given({});
    keepsWaiting('post', `${ROUND}/dialogues`);
    const { person } = await open();
    await person.type(await screen.findByLabelText('Hvad handlede den om?'), 'Uden net');
    expect(screen.getByRole('button', { name: 'Jeg er færdig med dialogerne' })).toBeTruthy();
    withoutNetwork();
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    expect(await screen.findByText(/^En dialog ligger stadig kun på denne enhed/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Jeg er færdig med dialogerne' })).toBeNull();
  });

  it('are still sent after the others are finished, and can be let go of where that is too late', async () => {
    given({});
    const { person, unmount } = await open();
    const label = await screen.findByLabelText('Hvad handlede den om?');
    withoutNetwork();
    await person.type(label, 'For sent');
    await person.click(screen.getByRole('button', { name: 'Notér dialogen' }));
    await screen.findByText(/Dialogen ligger på denne enhed/);
    unmount();
    given({ status: 'REFLECTING' });
    refuses('post', `${ROUND}/dialogues`, 'step-not-possible', 409);
    connection.works();
    await open();
    const left = await screen.findByRole('region', { name: 'Ikke noteret endnu' });
    expect(await within(left).findByText('»For sent« er ikke noteret endnu.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Notér dialogen' })).toBeNull();
    expect(within(left).queryByRole('button', { name: 'Ret den' })).toBeNull();
    await person.click(within(left).getByRole('button', { name: 'Fjern' }));
    expect(screen.queryByRole('region', { name: 'Ikke noteret endnu' })).toBeNull();
  });

  it('are shown as they were typed where they were not noted in time', async () => {
    given({});
    const { person, unmount } = await open();
    await person.type(await screen.findByLabelText('Hvad handlede den om?'), 'Kun skrevet');
    unmount();
    given({ status: 'REFLECTING' });
    await open();
    expect(await screen.findByText('»Kun skrevet« er ikke noteret endnu.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Fjern' }));
    expect(screen.queryByRole('region', { name: 'Ikke noteret endnu' })).toBeNull();
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
    const last = screen.getByLabelText<HTMLInputElement>('Optagelsen slettes senest');
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

  it('open the talk once what is written in the round is with the service, whatever another round holds', async () => {
    given({ status: 'REFLECTING' });
    refuses('put', `${DIALOGUE}/reflections/:topic`, 'invalid', 400);
    let opened = 0;
    takes('post', `${ROUND}/open-discussion`, () => {
      opened++;
      return roundView({ status: 'DISCUSSING', version: 5 });
    });
    const written = (roundId: string) => {
      const document = documents.open(
        reflectionDocument,
        `${roundId}/d9/welcome`,
        ownReflection('welcome'),
      );
      document.change({ text: 'Ikke taget imod' });
      return document;
    };
    const elsewhere = written('another-round');
    const here = written(roundView().id);
    const { person } = await open();
    const button = await screen.findByRole('button', { name: 'Åbn samtalen' });
    await person.click(button);
    expect(await screen.findByText(/^Noget af det du har skrevet, er ikke gemt/)).toBeTruthy();
    expect(opened).toBe(0);
    here.discard();
    await person.click(button);
    await waitFor(() => expect(opened).toBe(1));
    elsewhere.discard();
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
