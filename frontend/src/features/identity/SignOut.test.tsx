import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/api/session';
import { formsOf } from '@/lib/keeping/useKept';
import { vault } from '@/lib/keeping/vault';
import { openApp } from '@/testing/openApp';
import { refuses, service } from '@/testing/service';

describe('signing out', () => {
  afterEach(() => vi.restoreAllMocks());

  it('asks first when something on this device is not sent', async () => {
    const { person } = await openApp('/me');
    await vault.put(`${formsOf(session.person)}new-dialogue`, { label: 'Pas til barn' });
    await person.click(await screen.findByRole('button', { name: 'Log ud' }));
    expect(await screen.findByRole('button', { name: 'Bliv her' })).toBeTruthy();
    expect(await vault.all('form:')).toHaveLength(1);
  });

  it('keeps everything when the service could not end the session', async () => {
    refuses('delete', '/api/v1/session', 'unavailable', 503);
    const { person } = await openApp('/me');
    await vault.put('answers:x', 1);
    await person.click(await screen.findByRole('button', { name: 'Log ud' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(await vault.get('answers:x')).toBe(1);
    expect(localStorage.getItem('dialogspejl-signed-in')).toBeTruthy();
  });

  it('leaves nothing on the device', async () => {
    service.use(http.delete('*/api/v1/session', () => new HttpResponse(null, { status: 204 })));
    const { person } = await openApp('/me');
    await vault.put('answers:x', 1);
    await person.click(await screen.findByRole('button', { name: 'Log ud' }));
    await vi.waitFor(async () => expect(await vault.all('')).toEqual([]));
    expect(localStorage.getItem('dialogspejl-signed-in')).toBeNull();
  });
});
