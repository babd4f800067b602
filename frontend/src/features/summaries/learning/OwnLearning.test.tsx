import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '@/api/client';
import { concludedSummary, followUpView, guideRef, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';
import { write } from '@/testing/write';

const round = roundView({ status: 'CONCLUDED', allowedSteps: [] });
const LEARNING = '/api/v1/rounds/:roundId/learning';
const SENTENCE = 'En pause åbner samtalen';

const learning = (more: Partial<Schemas['LearningView']> = {}): Schemas['LearningView'] => ({
  version: 0,
  state: 'NOT_RELEASED',
  named: false,
  team: { id: 't1', name: 'Borgerservice' },
  shownFrom: '2027-01-01',
  ...more,
});

const waiting = learning({ version: 1, state: 'WAITING', sentence: SENTENCE });

async function open() {
  const app = await openApp(`/rounds/${round.id}/follow-up`);
  return {
    ...app,
    section: within(await screen.findByRole('region', { name: 'Del en læring med teamet' })),
  };
}

describe('sharing a learning with the team', () => {
  beforeEach(() => {
    answers('get', '/api/v1/rounds', []);
    answers('get', '/api/v1/rounds/:roundId', round);
    answers('get', '/api/v1/guides', [{ ...guideRef, introduction: 'En guide.' }]);
    answers('get', '/api/v1/rounds/:roundId/summary', concludedSummary());
    answers('get', '/api/v1/rounds/:roundId/follow-up', followUpView());
    answers('get', LEARNING, learning());
  });

  it('shows its shape while it waits, and says what to do when it fails', async () => {
    keepsWaiting('get', LEARNING);
    const { container, unmount } = await open();
    await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeTruthy());
    unmount();
    refuses('get', LEARNING, 'unexpected', 500);
    const { section } = await open();
    expect(await section.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('is the evaluatee’s alone', async () => {
    answers('get', '/api/v1/rounds/:roundId', { ...round, iAm: 'PARTNER' });
    await openApp(`/rounds/${round.id}/follow-up`);
    expect(await screen.findByRole('region', { name: 'Opfølgning' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Del en læring med teamet' })).toBeNull();
  });

  it('says who reads it and from when before it happens, and is without a name unless one says so', async () => {
    const sent = vi.fn();
    takes<Schemas['ReleaseLearning']>('put', LEARNING, (body, request) => {
      sent(body, request.headers.get('If-Match'));
      answers('get', LEARNING, waiting);
      return waiting;
    });
    const { person, section } = await open();
    const field = await section.findByRole('textbox', { name: 'Din læring i én sætning' });
    expect((field as HTMLTextAreaElement).value).toBe('');
    expect(section.getByRole('radio', { name: 'Uden navn' })).toHaveProperty('checked', true);
    expect(
      section.getByText(/Alle i Borgerservice og teamets ledere kan læse den tidligst/),
    ).toBeTruthy();
    expect(section.getByText(/Ingen får at vide at den er din/)).toBeTruthy();
    expect(section.getByText(/måden du skriver på, kan røbe dig/)).toBeTruthy();
    await write(person, field, SENTENCE);
    await person.click(section.getByRole('button', { name: 'Del med teamet' }));
    expect(await section.findByText(/Ingen kan læse den endnu/)).toBeTruthy();
    expect(section.getByText(SENTENCE)).toBeTruthy();
    expect(sent).toHaveBeenCalledWith({ sentence: SENTENCE, named: false }, '"0"');
  });

  it('says what a name means, takes the summary’s words where one wants them, and asks for some', async () => {
    const sent = vi.fn();
    takes<Schemas['ReleaseLearning']>('put', LEARNING, (body) => {
      sent(body);
      return learning({ ...waiting, named: true, state: 'SHOWN' });
    });
    const { person, section } = await open();
    await person.click(await section.findByRole('button', { name: 'Del med teamet' }));
    expect(section.getByText('Skriv en sætning.')).toBeTruthy();
    await person.click(section.getByRole('button', { name: 'Hent fra opsummeringen' }));
    await person.click(section.getByRole('radio', { name: 'Med dit navn' }));
    expect(section.getByText(/med det samme, med dit navn og datoen/)).toBeTruthy();
    expect(section.queryByText(/Ingen får at vide/)).toBeNull();
    await person.click(section.getByRole('button', { name: 'Del med teamet' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith({ sentence: 'Vi prøver pausen af.', named: true }),
    );
  });

  it('holds back what tells who somebody is', async () => {
    const sent = vi.fn();
    takes('put', LEARNING, () => {
      sent();
      return waiting;
    });
    const { person, section } = await open();
    await write(
      person,
      await section.findByRole('textbox', { name: 'Din læring i én sætning' }),
      'Ring til 010190-1234',
    );
    await person.click(section.getByRole('button', { name: 'Del med teamet' }));
    expect(section.getByText(/Her står et CPR-nummer/)).toBeTruthy();
    expect(sent).not.toHaveBeenCalled();
  });

  it('loses nothing of what is typed', async () => {
    const { person, section, unmount } = await open();
    await write(
      person,
      await section.findByRole('textbox', { name: 'Din læring i én sætning' }),
      SENTENCE,
    );
    unmount();
    const again = await open();
    await waitFor(() =>
      expect(again.section.getByRole<HTMLTextAreaElement>('textbox').value).toBe(SENTENCE),
    );
  });

  it('can be changed until it has been read, and after that only have a name put on', async () => {
    answers('get', LEARNING, waiting);
    const first = await open();
    await first.person.click(await first.section.findByRole('button', { name: 'Ret sætningen' }));
    expect(first.section.getByRole<HTMLTextAreaElement>('textbox').value).toBe(SENTENCE);
    await first.person.click(first.section.getByRole('button', { name: 'Fortryd' }));
    first.unmount();
    answers('get', LEARNING, { ...waiting, state: 'SHOWN' });
    refuses('put', LEARNING, 'step-not-possible', 409, {
      unmet: [{ code: 'NAME_WOULD_TELL_OF_OTHERS', detail: 'Så få er der tilbage.' }],
    });
    const { person, section } = await open();
    expect(await section.findByText(/en rettelse ville kunne røbe dig/)).toBeTruthy();
    await person.click(section.getByRole('button', { name: 'Sæt mit navn på' }));
    expect(section.queryByRole('radio')).toBeNull();
    await person.click(section.getByRole('button', { name: 'Del med teamet' }));
    expect(await section.findByText('Så få er der tilbage.')).toBeTruthy();
  });

  it('is taken back, and can be brought back for a while', async () => {
    answers('get', LEARNING, waiting);
    const removed = vi.fn();
    takes('delete', LEARNING, () => {
      removed();
      answers('get', LEARNING, learning({ version: 2 }));
      return learning({ version: 2 });
    });
    const { person, section, unmount } = await open();
    await person.click(await section.findByRole('button', { name: 'Tag den tilbage' }));
    expect(section.queryByText(SENTENCE)).toBeNull();
    expect(document.activeElement?.textContent).toBe('Fortryd');
    await person.click(section.getByRole('button', { name: 'Fortryd' }));
    expect(section.getByText(SENTENCE)).toBeTruthy();
    expect(removed).not.toHaveBeenCalled();
    await person.click(section.getByRole('button', { name: 'Tag den tilbage' }));
    unmount();
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
  });

  it('says so to who is in no team', async () => {
    const { team, ...without } = learning();
    expect(team).toBeTruthy();
    answers('get', LEARNING, without);
    const { section } = await open();
    expect(await section.findByText(/Du er ikke i et team lige nu/)).toBeTruthy();
  });
});
