import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, refuses, service } from '@/testing/service';

const token = (subject = 'anna') => `x.${btoa(JSON.stringify({ sub: subject }))}.x`;
const pair = (subject?: string) => ({
  access_token: token(subject),
  token_type: 'Bearer',
  expires_in: 600,
});

/** A page that has just been loaded: nothing in memory. */
async function freshPage() {
  vi.resetModules();
  const { session } = await import('./session');
  const { api } = await import('./client');
  return { session, api };
}

describe('the session', () => {
  beforeEach(() => localStorage.clear());

  it('asks the service for nothing on a first visit', async () => {
    const { session } = await freshPage();
    await session.restore();
    expect(session.state).toBe('signedOut');
  });

  it('goes on from the cookie when the page is loaded again', async () => {
    answers('post', '/api/v1/session/refresh', pair());
    localStorage.setItem('dialogspejl-signed-in', 'anna');
    const { session } = await freshPage();
    await session.restore();
    expect(session.state).toBe('signedIn');
    expect(session.person).toBe('anna');
  });

  it('takes the renewal that began while the app was on its way, and makes no second', async () => {
    refuses('post', '/api/v1/session/refresh', 'session-ended', 401);
    localStorage.setItem('dialogspejl-signed-in', 'anna');
    globalThis.dialogspejlRenewal = Promise.resolve(Response.json(pair()));
    const { session } = await freshPage();
    await session.restore();
    expect(session.state).toBe('signedIn');
    expect(globalThis.dialogspejlRenewal).toBeUndefined();
  });

  it('can be written in though the renewal that had begun met no network', async () => {
    localStorage.setItem('dialogspejl-signed-in', 'anna');
    globalThis.dialogspejlRenewal = Promise.reject(new TypeError('no network'));
    const { session } = await freshPage();
    await session.restore();
    expect(session.state).toBe('unreachable');
  });

  it('knows who is signed in though the service cannot be reached', async () => {
    service.use(http.post('*/api/v1/session/refresh', () => HttpResponse.error()));
    localStorage.setItem('dialogspejl-signed-in', 'anna');
    const { session } = await freshPage();
    await session.restore();
    expect(session.state).toBe('unreachable');
    expect(session.person).toBe('anna');
  });

  it('renews once for requests that need it at the same time', async () => {
    let renewals = 0;
    service.use(
      http.post('*/api/v1/session/refresh', () => {
        renewals++;
        return HttpResponse.json(pair());
      }),
    );
    localStorage.setItem('dialogspejl-signed-in', 'anna');
    const { api } = await freshPage();
    await Promise.all([api.GET('/api/v1/me'), api.GET('/api/v1/me'), api.GET('/api/v1/me')]);
    expect(renewals).toBe(1);
  });

  it('holds a request back when the session has ended, and sends it after a new sign-in', async () => {
    const { session, api } = await freshPage();
    answers('post', '/api/v1/session', pair());
    await session.signIn('anna@fjordby.example', 'x');
    let ended = true;
    const sent: string[] = [];
    service.use(
      http.post('*/api/v1/session/refresh', () =>
        HttpResponse.json(
          { type: 'urn:dialogspejl:problem:session-ended', title: '', status: 401, detail: '' },
          { status: 401 },
        ),
      ),
      http.put('*/api/v1/rounds/:id/presence', async ({ request }) => {
        if (ended) return new HttpResponse(null, { status: 401 });
        sent.push(await request.text());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const request = new Request(`${location.origin}/api/v1/rounds/1/presence`, {
      method: 'PUT',
      body: 'det jeg skrev',
    });
    const { asReader } = await import('./client');
    const answer = asReader(request);
    await vi.waitFor(() => expect(session.state).toBe('expired'));
    expect(sent).toEqual([]);
    ended = false;
    await session.signIn('anna@fjordby.example', 'x');
    expect((await answer).status).toBe(204);
    expect(sent).toEqual(['det jeg skrev']);
    expect(api).toBeTruthy();
  });

  it('says what the service said when the password is wrong', async () => {
    answers(
      'post',
      '/api/v1/session',
      { type: 'urn:dialogspejl:problem:sign-in-failed', title: '', status: 401, detail: '' },
      401,
    );
    const { session } = await freshPage();
    await expect(session.signIn('anna@fjordby.example', 'forkert')).rejects.toMatchObject({
      kind: 'sign-in-failed',
    });
    expect(session.state).toBe('restoring');
  });
});
