import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connection } from '@/api/connection';
import { NoConnection, ProblemError } from '@/api/problems';
import type { Draft } from './deviceCopy';
import type { DocumentType, Held } from './documentType';
import { SyncedDocument } from './syncedDocument';

type Text = { well: string; learning: string };

/** A service that holds one document and checks preconditions. */
function serviceWith(content: Text) {
  const held = { version: 1, content };
  const service = {
    held,
    writes: 0,
    fails: undefined as unknown,
    editElsewhere(patch: Partial<Text>) {
      held.content = { ...held.content, ...patch };
      held.version++;
      return { ...held };
    },
  };
  const type: DocumentType<Text, Held<Text>> = {
    kind: 'text',
    held: (view) => view,
    write: async (_ref, sent, version) => {
      if (service.fails) throw service.fails;
      if (version !== held.version) {
        throw new ProblemError({
          type: 'urn:dialogspejl:problem:stale',
          title: '',
          status: 412,
          detail: '',
          current: { ...held } as never,
        });
      }
      service.writes++;
      held.content = sent;
      held.version++;
      return { ...held };
    },
  };
  return { service, type };
}

function open(content: Text = { well: '', learning: '' }) {
  const { service, type } = serviceWith(content);
  const kept: { draft: Draft<Text> | undefined; full: boolean } = { draft: undefined, full: false };
  const document = new SyncedDocument(type, 'ref', { ...service.held }, async (draft) => {
    if (kept.full) throw new Error('full');
    kept.draft = draft as Draft<Text> | undefined;
  });
  return { document, service, kept, type };
}

const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a document that saves itself', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(connection, 'reachable', 'get').mockReturnValue(true);
  });
  afterEach(() => vi.useRealTimers());

  it('is kept on the device at once, and sent when one pauses', async () => {
    const { document, service, kept } = open();
    document.change({ well: 'r' });
    await passing(0);
    expect(kept.draft?.mine.well).toBe('r');
    document.change({ well: 'ro' });
    expect(document.snapshot().state).toBe('saving');
    expect(service.writes).toBe(0);
    await passing(800);
    expect(service.held.content.well).toBe('ro');
    expect(document.snapshot().state).toBe('saved');
    expect(kept.draft).toBeUndefined();
  });

  it('does not wait for a pause for ever', async () => {
    const { document, service } = open();
    for (let i = 0; i < 20; i++) {
      document.change({ well: 'x'.repeat(i + 1) });
      await passing(300);
    }
    expect(service.writes).toBeGreaterThanOrEqual(1);
  });

  it('goes on with what was typed while it was being sent', async () => {
    const { document, service, type } = open();
    let letGo: () => void = () => undefined;
    const write = type.write;
    type.write = async (...args) => {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return write(...args);
    };
    document.change({ well: 'en' });
    await passing(800);
    document.change({ well: 'en to' });
    letGo();
    await passing(800);
    letGo();
    await passing(800);
    expect(service.held.content.well).toBe('en to');
    expect(document.snapshot().state).toBe('saved');
  });

  it('keeps on the device what the service cannot be given, and sends it later', async () => {
    const { document, service, kept } = open();
    service.fails = new NoConnection();
    document.change({ well: 'uden net' });
    await passing(800);
    expect(document.snapshot().state).toBe('offline');
    expect(kept.draft?.mine.well).toBe('uden net');
    service.fails = undefined;
    await passing(5_000);
    expect(service.held.content.well).toBe('uden net');
    expect(kept.draft).toBeUndefined();
  });

  it.each([
    ['too-many-requests', 429],
    ['request-too-slow', 408],
  ])('sends again by itself what was refused for now: %s', async (kind, status) => {
    const { document, service, kept } = open();
    service.fails = new ProblemError({
      type: `urn:dialogspejl:problem:${kind}`,
      title: '',
      status,
      detail: '',
    });
    document.change({ well: 'ro' });
    await passing(800);
    expect(document.snapshot().state).toBe('offline');
    expect(kept.draft?.mine.well).toBe('ro');
    service.fails = undefined;
    await passing(10_000);
    expect(service.held.content.well).toBe('ro');
    expect(document.snapshot().state).toBe('saved');
  });

  it('says so when neither the service nor the device can take it', async () => {
    const { document, service, kept } = open();
    service.fails = new NoConnection();
    kept.full = true;
    document.change({ well: 'ingen steder' });
    await passing(800);
    expect(document.snapshot().state).toBe('unkept');
    expect(document.snapshot().content.well).toBe('ingen steder');
  });

  it('merges what the other changed meanwhile, field by field', async () => {
    const { document, service } = open();
    service.editElsewhere({ learning: 'hendes' });
    document.change({ well: 'mit' });
    await passing(800);
    await passing(800);
    expect(service.held.content).toEqual({ well: 'mit', learning: 'hendes' });
    expect(document.snapshot().content).toEqual({ well: 'mit', learning: 'hendes' });
    expect(document.snapshot().conflicts).toEqual([]);
  });

  it('keeps both texts when both changed a field, until the reader chooses', async () => {
    const { document, service, kept } = open();
    service.editElsewhere({ well: 'hendes' });
    document.change({ well: 'mit', learning: 'fælles' });
    await passing(1_600);
    expect(document.snapshot().state).toBe('conflict');
    expect(document.snapshot().conflicts).toEqual([{ field: 'well', theirs: 'hendes' }]);
    expect(document.snapshot().content.well).toBe('mit');
    expect(service.held.content).toEqual({ well: 'hendes', learning: 'fælles' });
    expect(kept.draft?.mine.well).toBe('mit');
    document.resolve('well', 'hendes\n\nmit');
    await passing(800);
    expect(service.held.content.well).toBe('hendes\n\nmit');
    expect(document.snapshot().state).toBe('saved');
    expect(kept.draft).toBeUndefined();
  });

  it('sends all but a field with a CPR number, which stays on the device until it is gone', async () => {
    const { document, service, kept } = open();
    document.change({ well: 'Pas til 151290-1201', learning: 'ro' });
    await passing(800);
    expect(service.held.content).toEqual({ well: '', learning: 'ro' });
    expect(document.snapshot().state).toBe('held');
    expect(document.snapshot().held).toEqual([{ field: 'well', kinds: ['CPR_NUMBER'] }]);
    expect(kept.draft?.mine.well).toBe('Pas til 151290-1201');
    expect(await document.saved()).toBe(false);
    document.keepPersonalData('well');
    await passing(800);
    expect(service.held.content.well).toBe('');
    document.change({ well: 'Pas til barn' });
    await passing(800);
    expect(service.held.content.well).toBe('Pas til barn');
    expect(document.snapshot().state).toBe('saved');
    expect(kept.draft).toBeUndefined();
  });

  it('sends a telephone number once its writer keeps it, and asks again about another kind only', async () => {
    const { document, service } = open();
    document.change({ well: 'Ring 20 30 40 50' });
    await passing(800);
    expect(service.writes).toBe(0);
    document.keepPersonalData('well');
    await passing(800);
    expect(service.held.content.well).toBe('Ring 20 30 40 50');
    document.change({ well: 'Ring 20 30 40 50 i dag' });
    await passing(800);
    expect(service.held.content.well).toBe('Ring 20 30 40 50 i dag');
    document.change({ well: 'Ring 20 30 40 50 eller a@b.dk' });
    await passing(800);
    expect(document.snapshot().held).toEqual([{ field: 'well', kinds: ['EMAIL_ADDRESS'] }]);
  });

  it('asks nothing about what the service holds already', async () => {
    const { document, service } = open({ well: 'Ring 20 30 40 50', learning: '' });
    document.change({ well: 'Ring 20 30 40 50 før kl. 9' });
    await passing(800);
    expect(service.held.content.well).toBe('Ring 20 30 40 50 før kl. 9');
  });

  it('shows what the other writes while nothing of mine waits', () => {
    const { document, service } = open();
    document.receive(service.editElsewhere({ well: 'hendes' }));
    expect(document.snapshot().content.well).toBe('hendes');
    expect(document.snapshot().state).toBe('saved');
  });

  it('pays no heed to an older answer that arrives late', async () => {
    const { document, service } = open();
    const old = { ...service.held };
    document.change({ well: 'nyt' });
    await passing(800);
    document.receive(old);
    expect(document.snapshot().content.well).toBe('nyt');
  });

  it('takes up what an earlier tab left behind, and merges it with what came since', async () => {
    const { document, service } = open({ well: 'gammelt', learning: '' });
    const left: Draft<Text> = {
      kind: 'text',
      ref: 'ref',
      base: { ...service.held },
      mine: { well: 'gammelt og mere', learning: '' },
      conflicted: [],
    };
    document.receive(service.editElsewhere({ learning: 'hendes' }));
    document.adopt(left);
    await passing(1_600);
    expect(service.held.content).toEqual({ well: 'gammelt og mere', learning: 'hendes' });
  });

  it('joins texts and lists, and leaves alone what holds one of several values', () => {
    const { type } = serviceWith({ well: '', learning: '' });
    const held = { version: 1, content: { well: '', learning: '' } };
    const document = new SyncedDocument(
      { ...type, whole: ['learning'] },
      'ref',
      held,
      async () => {},
    );
    expect(document.joined('well', 'Roen', 'Smilet')).toBe('Roen\n\nSmilet');
    expect(document.joined('well', ['Hvad så du?'], ['Hvad så du?', 'Hvordan?'])).toEqual([
      'Hvad så du?',
      'Hvordan?',
    ]);
    expect(document.joined('well', true, false)).toBeUndefined();
    expect(document.joined('learning', '2027-01-14', '2027-01-15')).toBeUndefined();
  });

  it('keeps the text of two tabs that were both left behind', async () => {
    const { document, service } = open();
    const left = (well: string): Draft<Text> => ({
      kind: 'text',
      ref: 'ref',
      base: { version: 1, content: { well: '', learning: '' } },
      mine: { well, learning: '' },
      conflicted: [],
    });
    document.adopt(left('fra den ene'));
    document.adopt(left('fra den anden'));
    await passing(1_600);
    expect(service.held.content.well).toContain('fra den ene');
    expect(service.held.content.well).toContain('fra den anden');
  });

  it('keeps the text and says why when the service refuses it', async () => {
    const { document, service, kept } = open();
    service.fails = new ProblemError({
      type: 'urn:dialogspejl:problem:invalid',
      title: '',
      status: 400,
      detail: '',
      violations: [{ field: 'well', detail: 'For langt' }],
    });
    document.change({ well: 'for langt' });
    await passing(800);
    expect(document.snapshot().state).toBe('refused');
    expect(document.snapshot().problem?.violations?.[0]?.detail).toBe('For langt');
    expect(kept.draft?.mine.well).toBe('for langt');
    service.fails = undefined;
    document.change({ well: 'kort' });
    await passing(800);
    expect(service.held.content.well).toBe('kort');
  });

  it('tells whether everything is with the service before a step is taken', async () => {
    const { document, service } = open();
    document.change({ well: 'sidste ord' });
    const saved = document.saved();
    await passing(100);
    expect(await saved).toBe(true);
    expect(service.held.content.well).toBe('sidste ord');
    service.fails = new NoConnection();
    document.change({ well: 'mere' });
    const failed = document.saved();
    await passing(100);
    expect(await failed).toBe(false);
  });

  it('keeps a choice open that was open in a tab that was left behind', async () => {
    const { document, service } = open({ well: 'hendes', learning: '' });
    const left = (mine: Text, conflicted: string[]): Draft<Text> => ({
      kind: 'text',
      ref: 'ref',
      base: { ...service.held },
      mine,
      conflicted,
    });
    document.adopt(left({ well: 'hendes', learning: 'min' }, []));
    document.adopt(left({ well: 'mit', learning: '' }, ['well']));
    await passing(1_600);
    expect(document.snapshot().conflicts).toEqual([{ field: 'well', theirs: 'hendes' }]);
    expect(service.held.content).toEqual({ well: 'hendes', learning: 'min' });
  });

  it('sees no conflict with itself when an answer was lost on its way', async () => {
    const { document, service, type } = open();
    const write = type.write;
    type.write = async (...args) => {
      await write(...args);
      throw new NoConnection();
    };
    document.change({ well: 'Roen' });
    await passing(800);
    document.change({ well: 'Roen og varmen' });
    type.write = write;
    await passing(6_000);
    expect(document.snapshot().conflicts).toEqual([]);
    expect(service.held.content.well).toBe('Roen og varmen');
    expect(document.snapshot().state).toBe('saved');
  });
});
