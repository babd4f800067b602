import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

describe('my page', () => {
  it('shows who I am', async () => {
    await openApp('/me');
    expect(await screen.findByRole('heading', { name: 'Anna Holm' })).toBeTruthy();
    expect(screen.getByText('Fjordby Kommune')).toBeTruthy();
  });

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', '/api/v1/me');
    const { container } = await openApp('/me');
    await screen.findByRole('heading', { name: 'Din side' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('has a way to it that says whose it is, as soon as that is known', async () => {
    await openApp('/');
    expect(await screen.findByRole('link', { name: 'Din side: Anna Holm' })).toBeTruthy();
  });

  it('has a way to it before it is known whose it is', async () => {
    keepsWaiting('get', '/api/v1/me');
    await openApp('/');
    expect(await screen.findByRole('link', { name: 'Din side' })).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', '/api/v1/me', 'unexpected', 500);
    await openApp('/me');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
    expect(screen.getByText('Nummer til support: request-1')).toBeTruthy();
  });

  it('hands me what is kept about me, to read or as data, and says what is left out', async () => {
    answers('get', '/api/v1/me/data', { rounds: [] });
    answers('get', '/api/v1/me/data/page', 'side');
    const saved: [string, Blob][] = [];
    const blobs: Blob[] = [];
    // Not in jsdom, which has nowhere to download to.
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob) - 1}`,
      revokeObjectURL: () => undefined,
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push([this.download, blobs[Number(this.href.split(':')[1])] as Blob]);
    });
    const { person } = await openApp('/me');
    expect(await screen.findByText(/ikke delt med dig, er ikke med/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Hent som data (JSON)' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    await person.click(screen.getByRole('button', { name: 'Hent til at læse' }));
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(saved.map(([name]) => name)).toEqual(['dialogspejl.json', 'dialogspejl.html']);
    expect(await saved[0]?.[1].text()).toContain('rounds');
    expect(await screen.findByText(/^Hentet/)).toBeTruthy();
  });

  it('says what to do when what is kept cannot be had', async () => {
    refuses('get', '/api/v1/me/data', 'unexpected', 500);
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('button', { name: 'Hent som data (JSON)' }));
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('asks to be erased, tells that it waits, and takes it back', async () => {
    let asked = false;
    const state = () => (asked ? { askedAt: '2026-12-10T09:20:00Z' } : {});
    takes('get', '/api/v1/me/erasure-request', state);
    takes('put', '/api/v1/me/erasure-request', () => {
      asked = true;
      return state();
    });
    takes('delete', '/api/v1/me/erasure-request', () => {
      asked = false;
      return {};
    });
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('button', { name: 'Bed om at blive slettet' }));
    expect(await screen.findByText(/^Du bad om at blive slettet 10. december 2026/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(await screen.findByText(/^Du har fortrudt/)).toBeTruthy();
    expect(asked).toBe(false);
  });

  it('says what to do when the wish to be erased is not taken', async () => {
    refuses('put', '/api/v1/me/erasure-request', 'unexpected', 500);
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('button', { name: 'Bed om at blive slettet' }));
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });

  it('speaks English when asked to', async () => {
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Your page' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
