import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from '@/testing/openApp';
import { keepsWaiting, refuses } from '@/testing/service';

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

  it('says what to do when the service fails', async () => {
    refuses('get', '/api/v1/me', 'unexpected', 500);
    await openApp('/me');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
    expect(screen.getByText('Nummer til support: request-1')).toBeTruthy();
  });

  it('speaks English when asked to', async () => {
    const { person } = await openApp('/me');
    await person.click(await screen.findByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Your page' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
