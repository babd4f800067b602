/** Signing in, staying signed in, and signing out. */
import { Client } from './client.mjs';
import { chapter, expectSame, expectTrue, step } from './tell.mjs';

export const PASSWORD = 'spejl-demo-2026';
export const ANNA = 'anna@fjordby.example';
export const BO = 'bo@fjordby.example';
export const HR = 'hr-fjordby';
const LEADER = 'karen@fjordby.example';

export async function signingIn(root) {
  chapter('Signing in');
  const anna = new Client(root, 'Anna');
  const bo = new Client(root, 'Bo');
  const karen = new Client(root, 'Karen');
  const hr = new Client(root, 'HR');

  await step('Anna asks who she is before she has signed in', async () => {
    return (await anna.refused('not-signed-in', 'GET', '/me')).title;
  });
  await step('Anna mistypes her password', async () => {
    const mistyped = { email: ANNA, password: `${PASSWORD}7` };
    return (await anna.refused('sign-in-failed', 'POST', '/session', mistyped, { anonymous: true })).title;
  });
  await step('Anna and Bo sign in, and so does Karen, who leads their team', async () => {
    await anna.signIn(ANNA, PASSWORD);
    await bo.signIn(BO, PASSWORD);
    await karen.signIn(LEADER, PASSWORD);
  });
  await step('Anna’s access is refreshed, and the cookie is replaced by a new one', async () => {
    const before = anna.cookie;
    await anna.refresh();
    expectTrue('The refresh cookie after a refresh is another one', anna.cookie !== before);
  });
  await step('A cookie of another of Anna’s sessions is copied and used again: that session ends', async () => {
    const device = new Client(root, 'Anna’s other device');
    await device.signIn(ANNA, PASSWORD);
    const copied = device.cookie;
    await device.refresh();
    const thief = new Client(root, 'a thief');
    thief.cookie = copied;
    await thief.refused('session-ended', 'POST', '/session/refresh', undefined, { withCookie: true });
    return (await device.refused('session-ended', 'POST', '/session/refresh', undefined, { withCookie: true })).title;
  });
  const me = {};
  await step('Both see who they are', async () => {
    me.anna = await anna.get('/me');
    me.bo = await bo.get('/me');
    expectSame('Bo’s organisation', me.bo.organisation, me.anna.organisation);
    return `${me.anna.name} and ${me.bo.name}, ${me.anna.organisation}`;
  });
  await step('HR mistypes its secret, and then gets a token with the right one', async () => {
    const refused = await hr.askForClientToken(HR, 'forkert');
    expectSame('A wrong client secret', [refused.status, refused.body], [401, { error: 'invalid_client' }]);
    await hr.signInAsMachine(HR, PASSWORD);
  });
  await step('HR’s token opens nothing but the shared summaries, and Anna’s does not open those', async () => {
    await hr.refused('forbidden', 'GET', '/rounds');
    return (await anna.refused('forbidden', 'GET', '/summaries')).title;
  });
  return { root, anna, bo, karen, hr, me };
}

export async function signingOut({ anna, bo, karen }) {
  chapter('Signing out');
  await step('Anna is refreshed once more, and then everybody signs out', async () => {
    await anna.refresh();
    await anna.signOut();
    await bo.signOut();
    await karen.signOut();
  });
  await step('A refresh with the cookie that is left fails', async () => {
    await bo.refused('session-ended', 'POST', '/session/refresh', undefined, { withCookie: true });
    const problem = await anna.refused('session-ended', 'POST', '/session/refresh', undefined, { withCookie: true });
    return problem.title;
  });
}
