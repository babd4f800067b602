import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anna, bo, guideView, roundView } from '@/testing/data';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const path = `/rounds/${roundView().id}/guide`;
const guide = '/api/v1/guides/:guideId';

describe('the guide', () => {
  beforeEach(() => answers('get', '/api/v1/rounds/:roundId', roundView()));

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', guide);
    const { container } = await openApp(path);
    await screen.findByRole('heading', { name: 'Borgerservice ansigt til ansigt' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', guide, 'unexpected', 500);
    await openApp(path);
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('is in the version the round began with, in my wording, with the other’s for the asking', async () => {
    let version: string | null = null;
    takes('get', guide, (_, { url }) => {
      version = new URL(url).searchParams.get('version');
      return guideView();
    });
    const { person } = await openApp(path);
    expect(await screen.findByText('Hvordan gør jeg: Behov?')).toBeTruthy();
    expect(screen.getByText('Hvad lægger jeg mærke til (needs)?')).toBeTruthy();
    expect(version).toBe('1');
    await person.click(screen.getByRole('radio', { name: 'sparringspartner' }));
    expect(screen.getByText('Hvad lægger den anden mærke til (needs)?')).toBeTruthy();
    expect(screen.queryByText('Hvordan gør jeg: Behov?')).toBeNull();
  });

  it('speaks to the partner as a partner', async () => {
    answers(
      'get',
      '/api/v1/rounds/:roundId',
      roundView({ iAm: 'PARTNER', evaluatee: bo, partner: anna }),
    );
    answers('get', guide, guideView());
    await openApp(path);
    expect(await screen.findByText('Hvordan gør den anden: Behov?')).toBeTruthy();
  });

  it('prints, with room for notes under each topic', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    answers('get', guide, guideView());
    const { person } = await openApp(path);
    const topic = (await screen.findByRole('heading', { name: 'Modtagelse' })).closest('section');
    expect(topic?.querySelector('[aria-hidden="true"]')?.children.length).toBeGreaterThan(5);
    await person.click(screen.getByRole('button', { name: 'Udskriv' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('comes in the language that is chosen', async () => {
    takes('get', guide, (_, request) => ({
      ...guideView(),
      introduction: `In ${request.headers.get('Accept-Language')}`,
    }));
    const { person } = await openApp(path);
    expect(await screen.findByText('In da')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByText('In en')).toBeTruthy();
  });
});
