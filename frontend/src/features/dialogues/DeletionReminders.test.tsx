import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { session } from '@/api/session';
import { queries } from '@/app/queries';
import { addDays, today } from '@/lib/text/useFormat';
import { ownDialogue, roundRow } from '@/testing/data';
import { service } from '@/testing/service';
import { DeletionReminders } from './DeletionReminders';

const dueIn = (days: number, label: string, more: Partial<Schemas['Recording']> = {}) =>
  ownDialogue({
    id: label,
    label,
    recording: { consented: true, deleteBy: addDays(today(), days), ...more },
  });

const rows = (...given: Partial<Schemas['RoundRow']>[]) =>
  given.map((row) => roundRow({ mode: 'WITH_VIDEO', status: 'REFLECTING', ...row }));

function show(rounds: Schemas['RoundRow'][]) {
  return render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <MemoryRouter>
          <DeletionReminders rounds={rounds} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('reminders of recordings to be deleted', () => {
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    await session.signIn('anna@fjordby.example', 'spejl-demo-2026');
  });

  function given(...dialogues: Schemas['OwnDialogue'][]) {
    service.use(
      http.get(`${location.origin}/api/v1/rounds/:roundId/dialogues`, ({ params }) => {
        asked.push(String(params.roundId));
        return HttpResponse.json(dialogues);
      }),
    );
  }

  it('name those that are due within days or overdue, the most urgent first', async () => {
    given(
      dueIn(3, 'Snart'),
      dueIn(4, 'Siden'),
      dueIn(-2, 'Overskredet'),
      dueIn(0, 'Slettet', { deletedAt: '2026-12-01T08:00:00Z' }),
    );
    show(rows({}));
    await screen.findByRole('heading', { name: 'Optagelser der skal slettes' });
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Overskredet',
      'Snart',
    ]);
    expect(screen.getByText(/^Fristen er overskredet/)).toBeTruthy();
  });

  it('ask only about my own rounds that may hold recordings', async () => {
    given(dueIn(0, 'I dag'));
    show(
      rows(
        { id: 'mine' },
        { id: 'theirs', iAm: 'PARTNER' },
        { id: 'given-up', status: 'CANCELLED' },
        { id: 'done', status: 'FOLLOWED_UP' },
        { id: 'not-begun', status: 'PREPARING' },
        { id: 'without', mode: 'WITHOUT_VIDEO' },
      ),
    );
    await screen.findByRole('link', { name: 'I dag' });
    expect(asked).toEqual(['mine']);
  });

  it('are not there where nothing is due', async () => {
    given(dueIn(10, 'Siden'));
    const { container } = show(rows({}));
    await expect.poll(() => asked).toHaveLength(1);
    await expect.poll(() => queries.isFetching()).toBe(0);
    expect(container.querySelector('section')).toBeNull();
  });
});
