import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, today } from '@/lib/text/useFormat';
import { GRACE } from '@/lib/useGrace';
import { ownDialogue } from '@/testing/data';
import { answers, refuses, takes } from '@/testing/service';
import { DIALOGUE, given, open, ROUND, video } from './given';
import { rememberedFile } from './rememberedFile';

describe('dialogues and their recordings', () => {
  afterEach(() => vi.useRealTimers());

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

  it('are to be deleted now once a customer takes the yes back, and say how it was given', async () => {
    const recording = {
      consented: true,
      consentMethod: 'SIGNED',
      deleteBy: addDays(today(), 10),
    } as const;
    given({ mode: 'WITH_VIDEO', status: 'REFLECTING' }, [ownDialogue({ recording })], video);
    takes('post', `${DIALOGUE}/withdraw-consent`, (_, request) => {
      expect(request.headers.get('If-Match')).toBe(`"${ownDialogue().version}"`);
      const withdrawn = ownDialogue({
        version: 3,
        recording: { ...recording, deleteBy: today(), withdrawnAt: '2026-12-03T08:00:00Z' },
      });
      answers('get', `${ROUND}/dialogues`, [withdrawn]);
      return withdrawn;
    });
    const { person } = await open();
    expect(await screen.findByText('Ja til optagelsen: Skrevet under.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Samtykket er trukket tilbage' }));
    await person.click(screen.getByRole('button', { name: 'Ja, det er trukket tilbage' }));
    expect(await screen.findByText(/trak sit ja tilbage 3. december 2026. Slet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Samtykket er trukket tilbage' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Bekræft at optagelsen er slettet' })).toBeTruthy();
  });
});
