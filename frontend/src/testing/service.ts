import { HttpResponse, http, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Schemas } from '@/api/client';
import { anna } from './data';

/** Stands in for the service in page tests, at the level of HTTP; what it answers is typed by the contract. */
const at = (path: string) => `${location.origin}${path}`;

const token = (subject: string) => `x.${btoa(JSON.stringify({ sub: subject }))}.x`;

const me: Schemas['MeView'] = {
  ...anna,
  organisation: 'Fjordby Kommune',
  team: 'Borgerservice',
  roles: ['EMPLOYEE'],
  leads: [],
  offers: { video: true, hrSharing: true, languages: ['da', 'en'] },
};

/** A stream on which nothing comes. */
const quiet = () =>
  new HttpResponse(new ReadableStream({ start: () => undefined }), {
    headers: { 'Content-Type': 'text/event-stream' },
  });

export const service = setupServer(
  http.post(at('/api/v1/session'), () =>
    HttpResponse.json({ access_token: token(anna.id), token_type: 'Bearer', expires_in: 600 }),
  ),
  http.get(at('/api/v1/me/access'), () => HttpResponse.json([])),
  http.get(at('/api/v1/me'), () => HttpResponse.json(me)),
  http.get(at('/api/v1/me/erasure-request'), () => HttpResponse.json({})),
  http.get(at('/api/v1/me/sessions'), () => HttpResponse.json([])),
  http.get(at('/api/v1/me/second-factor'), () =>
    HttpResponse.json({ recommended: false, recoveryCodesLeft: 0 }),
  ),
  http.get(at('/api/v1/me/notifications'), () => HttpResponse.json([])),
  http.get(at('/api/v1/me/notifications/unread'), () => HttpResponse.json({ count: 0 })),
  http.get(at('/api/v1/me/notifications/live'), quiet),
  http.get(at('/api/v1/me/notification-preferences'), () =>
    HttpResponse.json({
      version: 0,
      mailIsSent: true,
      language: 'da',
      round: 'SOON',
      agreement: 'DAILY',
      shared: 'DAILY',
      talk: 'SOON',
      summary: 'DAILY',
      reminder: 'DAILY',
    }),
  ),
  http.get(at('/.well-known/jwks.json'), () => HttpResponse.json({ keys: [] })),
  http.get(at('/api/v1/rounds/:roundId/live'), quiet),
  http.put(at('/api/v1/rounds/:roundId/presence'), () => new HttpResponse(null, { status: 204 })),
);

type Method = 'get' | 'post' | 'put' | 'delete';

/** The service answers so, from now until the end of the test. */
export function answers<T extends JsonBodyType>(
  method: Method,
  path: string,
  body: T,
  status = 200,
) {
  service.use(
    http[method](at(path), () =>
      status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(body, { status }),
    ),
  );
}

/** The service takes what is sent and answers what `answer` makes of it. */
export function takes<B>(
  method: Method,
  path: string,
  answer: (body: B, request: Request) => JsonBodyType,
) {
  service.use(
    http[method](at(path), async ({ request }) => {
      const text = await request.clone().text();
      const json = text && request.headers.get('Content-Type')?.includes('json');
      return HttpResponse.json(answer((json ? JSON.parse(text) : undefined) as B, request));
    }),
  );
}

/** The service says no. */
export function refuses(
  method: Method,
  path: string,
  kind: string,
  status: number,
  more: Partial<Schemas['Problem']> = {},
) {
  const problem = {
    type: `urn:dialogspejl:problem:${kind}`,
    title: kind,
    status,
    detail: kind,
    requestId: 'request-1',
    ...more,
  };
  service.use(http[method](at(path), () => HttpResponse.json(problem, { status })));
}

/** The service does not answer yet. */
export function keepsWaiting(method: Method, path: string) {
  service.use(http[method](at(path), () => new Promise<never>(() => undefined)));
}

/** The one who is signed in is Anna still, but with these roles, teams or choices. */
export const iHave = (mine: Partial<Schemas['MeView']>) =>
  answers('get', '/api/v1/me', { ...me, ...mine });
