import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openApp } from '@/testing/openApp';
import { answers, keepsWaiting, refuses, takes } from '@/testing/service';

const LIST = '/api/v1/me/notifications';

const shared: Schemas['NotificationRow'] = {
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f61',
  kind: 'FEEDBACK_SHARED',
  topic: 'SHARED',
  text: 'Bo Lund har delt spørgsmål eller feedback med dig.',
  place: '/me',
  roundId: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20',
  at: '2026-11-22T09:15:00Z',
  read: false,
};
const accepted: Schemas['NotificationRow'] = {
  ...shared,
  id: '0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f62',
  kind: 'ACCEPTED',
  topic: 'ROUND',
  text: 'Bo Lund har sagt ja til at være din sparringspartner.',
  at: '2026-11-20T09:15:00Z',
  read: true,
};

describe('what I am told', () => {
  it('says how much is new at the bell, in words', async () => {
    answers('get', `${LIST}/unread`, { count: 2 });
    const { person } = await openApp('/');
    await person.click(await screen.findByRole('link', { name: 'Beskeder: 2 nye' }));
    expect(await screen.findByRole('heading', { name: 'Beskeder' })).toBeTruthy();
  });

  it('does not say that nothing is new before it knows', async () => {
    keepsWaiting('get', `${LIST}/unread`);
    await openApp('/');
    expect(await screen.findByRole('link', { name: 'Beskeder' })).toBeTruthy();
  });

  it('shows what is new and what is not, and each leads on and is read then', async () => {
    answers('get', LIST, [shared, accepted]);
    const read: string[] = [];
    takes('post', `${LIST}/:id/read`, (_, request) => {
      read.push(request.url);
      return {};
    });
    const { person } = await openApp('/notifications');
    const items = within(await screen.findByRole('list')).getAllByRole('link');
    expect(items[0]?.textContent).toContain('Ny ·');
    expect(items[1]?.textContent).not.toContain('Ny ·');
    await person.click(items[0] as HTMLElement);
    expect(await screen.findByRole('heading', { name: 'Din side' })).toBeTruthy();
    await waitFor(() => expect(read).toHaveLength(1));
    expect(read[0]).toContain(shared.id);
  });

  it('marks as read what is shown, and no more', async () => {
    answers('get', LIST, [shared, accepted]);
    const until: unknown[] = [];
    takes<{ until: string }>('post', `${LIST}/read`, (body) => {
      until.push(body.until);
      answers('get', LIST, [{ ...shared, read: true }, accepted]);
      return {};
    });
    const { person } = await openApp('/notifications');
    await person.click(await screen.findByRole('button', { name: 'Markér alle som læst' }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Markér alle som læst' })).toBeNull(),
    );
    expect(until).toEqual([shared.at]);
  });

  it('says what will be here while there is nothing', async () => {
    await openApp('/notifications', 'en');
    expect(await screen.findByText('No notifications yet')).toBeTruthy();
  });

  it('shows its shape while it waits', async () => {
    keepsWaiting('get', LIST);
    const { container } = await openApp('/notifications');
    await screen.findByRole('heading', { name: 'Beskeder' });
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
  });

  it('says what to do when the service fails', async () => {
    refuses('get', LIST, 'unexpected', 500);
    await openApp('/notifications');
    expect(await screen.findByText('Noget gik galt hos os')).toBeTruthy();
  });
});

describe('what I get mails about', () => {
  const PREFERENCES = '/api/v1/me/notification-preferences';

  it('keeps each choice as it is made', async () => {
    const sent: Schemas['ChangePreferences'][] = [];
    takes<Schemas['ChangePreferences']>('put', PREFERENCES, (body) => {
      sent.push(body);
      return { ...body, version: 1, mailIsSent: true };
    });
    const { person } = await openApp('/me');
    const choice = await screen.findByLabelText('Når der deles noget med dig');
    await person.selectOptions(choice, 'Ingen mail');
    expect(await screen.findByText('Gemt. Det gælder fra nu af.')).toBeTruthy();
    expect(sent[0]).toMatchObject({ shared: 'NEVER', talk: 'SOON' });
    expect(sent[0]).not.toHaveProperty('version');
    expect((choice as HTMLSelectElement).value).toBe('NEVER');
  });

  it('says so where no mails are sent', async () => {
    answers('get', PREFERENCES, {
      version: 0,
      mailIsSent: false,
      language: 'da',
      round: 'SOON',
      agreement: 'DAILY',
      shared: 'DAILY',
      talk: 'SOON',
      summary: 'DAILY',
      reminder: 'DAILY',
    });
    await openApp('/me');
    expect(await screen.findByText(/ikke sat op til at sende mails/)).toBeTruthy();
  });
});
