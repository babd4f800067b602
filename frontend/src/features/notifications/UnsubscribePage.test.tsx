import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp, openSignedOut } from '@/testing/openApp';
import { refuses, takes } from '@/testing/service';

const AT = '/unsubscribe#organisation.sealed';
const STOP = '/api/v1/unsubscribe/organisation.sealed';

describe('the link in a mail', () => {
  it('turns mails off once one says so, without signing in', async () => {
    let asked = 0;
    takes('post', STOP, () => {
      asked++;
      return null;
    });
    const { person } = await openSignedOut(AT);
    const stop = await screen.findByRole('button', { name: 'Slå mails fra' });
    expect(asked).toBe(0);
    expect(location.href).not.toContain('sealed');
    await person.click(stop);
    expect((await screen.findByRole('status')).textContent).toContain('Du får ikke flere mails');
    expect(asked).toBe(1);
  });

  it('works for who is signed in too, in their language', async () => {
    takes('post', STOP, () => null);
    const { person } = await openApp(AT, 'en');
    await person.click(await screen.findByRole('button', { name: 'Turn mails off' }));
    expect(await screen.findByText(/You get no more mails/)).toBeTruthy();
  });

  it('says what to do where it does not work', async () => {
    refuses('post', STOP, 'mail-link-not-good', 410);
    const { person } = await openSignedOut(AT);
    await person.click(await screen.findByRole('button', { name: 'Slå mails fra' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Linket virker ikke');
    expect(screen.getByRole('link', { name: 'Vælg hvilke mails du får' })).toBeTruthy();
  });

  it('says so at once where nothing of it is left', async () => {
    await openSignedOut('/unsubscribe');
    expect((await screen.findByRole('alert')).textContent).toContain('Linket virker ikke');
  });
});
