import { type APIRequestContext, expect, test } from '@playwright/test';
import { Administration, answerTo, keyOf, play, stopPlaying, type Trip, tripOf } from './keycloak';

test.describe.configure({ mode: 'serial' });
test.afterEach(() => stopPlaying());

const signIn = (request: APIRequestContext, trip: Trip) =>
  request.post('/api/v1/session/code', { data: trip });

async function comesIn(request: APIRequestContext, trip: Trip) {
  expect((await signIn(request, trip)).status()).toBe(200);
}

async function isRefused(request: APIRequestContext, trip: Trip) {
  const answer = await signIn(request, trip);
  expect(answer.status()).toBe(401);
  expect((await answer.json()).type).toBe('urn:dialogspejl:problem:provider-refused');
}

test('a code is good once, with its own verifier and nonce', async ({ request }) => {
  const trip = await tripOf('anna');
  await comesIn(request, trip);
  await isRefused(request, trip);
  await isRefused(request, { ...(await tripOf('anna')), codeVerifier: 'x'.repeat(43) });
  await isRefused(request, { ...(await tripOf('anna')), nonce: 'x'.repeat(43) });
});

test('a code or a token for another application of the organisation is refused', async ({
  request,
}) => {
  await isRefused(request, await tripOf('anna', 'intranet'));
  const trip = await tripOf('anna', 'intranet');
  await play(await answerTo(trip, 'intranet'));
  await isRefused(request, trip);
});

test('a token is good until it expires', async ({ request }) => {
  const administration = await Administration.open();
  await administration.tokensLast(3);
  const trip = await tripOf('anna');
  await play(await answerTo(trip));
  await comesIn(request, trip);
  // With the half minute that clocks may differ.
  await new Promise((resolve) => setTimeout(resolve, 36_000));
  await isRefused(request, trip);
  await administration.tokensLast(300);
});

test('a new key is believed without a restart, and one that was disabled no more', async ({
  request,
}) => {
  const administration = await Administration.open();
  const before = await tripOf('anna');
  const byOldKey = await answerTo(before);
  await play(byOldKey);
  await comesIn(request, before);
  await stopPlaying();

  await administration.addKey();
  const after = await tripOf('anna');
  const byNewKey = await answerTo(after);
  expect(keyOf(byNewKey)).not.toBe(keyOf(byOldKey));
  await play(byNewKey);
  await comesIn(request, after);
  // The old key is still published, so what it signed is still good.
  await play(byOldKey);
  await comesIn(request, before);

  await administration.disableKey(keyOf(byOldKey));
  // So long the keys may be remembered.
  await new Promise((resolve) => setTimeout(resolve, 61_000));
  await isRefused(request, before);
  await play(byNewKey);
  await comesIn(request, after);
});
