import { createHash, randomBytes } from 'node:crypto';
import { type APIRequestContext, expect, type Page, request } from '@playwright/test';

const ROOT = process.env.KEYCLOAK_URL ?? '';
export const REALM = `${ROOT}/realms/fjordby`;
export const PASSWORD = 'spejl-demo-2026';
const REDIRECT = `${process.env.DIALOGSPEJL_URL}/signed-in`;

const secret = () => randomBytes(32).toString('base64url');

/** Fills in Keycloak's own sign-in page. */
export async function signInAtKeycloak(page: Page, username: string) {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#kc-login').click();
}

/** What a browser has after it has been to Keycloak, as the service takes it. */
export interface Trip {
  issuer: string;
  code: string;
  codeVerifier: string;
  nonce: string;
  redirectUri: string;
}

/** Signs in at Keycloak without a browser. */
export async function tripOf(username: string, client = 'dialogspejl'): Promise<Trip> {
  const trip = { issuer: REALM, codeVerifier: secret(), nonce: secret(), redirectUri: REDIRECT };
  const browser = await request.newContext();
  const page = await browser.get(`${REALM}/protocol/openid-connect/auth`, {
    params: {
      response_type: 'code',
      client_id: client,
      redirect_uri: REDIRECT,
      scope: 'openid email profile',
      nonce: trip.nonce,
      code_challenge: createHash('sha256').update(trip.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    },
  });
  const form = /action="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await browser.post(form, {
    form: { username, password: PASSWORD },
    maxRedirects: 0,
  });
  const code = new URL(answer.headers().location ?? '').searchParams.get('code') ?? '';
  expect(code).not.toBe('');
  await browser.dispose();
  return { ...trip, code };
}

/** The answer of the token endpoint, which the service would have had. */
export async function answerTo(trip: Trip, client = 'dialogspejl'): Promise<string> {
  const there = await request.newContext();
  const answer = await there.post(`${REALM}/protocol/openid-connect/token`, {
    form: {
      grant_type: 'authorization_code',
      code: trip.code,
      code_verifier: trip.codeVerifier,
      redirect_uri: trip.redirectUri,
      client_id: client,
    },
  });
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** Keycloak's token endpoint answers so, until {@link stopPlaying}. */
export async function play(answer: string) {
  await fetch(`${ROOT}/tape`, { method: 'PUT', body: answer });
}

export async function stopPlaying() {
  await fetch(`${ROOT}/tape`, { method: 'DELETE' });
}

/** The id of the key that the token of an answer is signed with. */
export function keyOf(answer: string): string {
  const header = JSON.parse(answer).id_token.split('.')[0];
  return JSON.parse(Buffer.from(header, 'base64url').toString()).kid;
}

/** Keycloak's administration. */
export class Administration {
  private constructor(private readonly api: APIRequestContext) {}

  static async open(): Promise<Administration> {
    const door = await request.newContext();
    const answer = await door.post(`${ROOT}/realms/master/protocol/openid-connect/token`, {
      form: {
        grant_type: 'password',
        client_id: 'admin-cli',
        username: process.env.KEYCLOAK_ADMIN ?? '',
        password: process.env.KEYCLOAK_PASSWORD ?? '',
      },
    });
    const { access_token } = await answer.json();
    return new Administration(
      await request.newContext({
        baseURL: `${ROOT}/admin/realms/fjordby/`,
        extraHTTPHeaders: { Authorization: `Bearer ${access_token}` },
      }),
    );
  }

  async enable(username: string, enabled: boolean) {
    const [user] = await (
      await this.api.get('users', { params: { username, exact: true } })
    ).json();
    await this.put(`users/${user.id}`, { ...user, enabled });
  }

  /** How long tokens are good, in seconds. */
  async tokensLast(seconds: number) {
    const [client] = await (
      await this.api.get('clients', { params: { clientId: 'dialogspejl' } })
    ).json();
    const attributes = { ...client.attributes, 'access.token.lifespan': String(seconds) };
    await this.put(`clients/${client.id}`, { ...client, attributes });
  }

  /** A new key signs from now on. */
  async addKey() {
    const added = await this.api.post('components', {
      data: {
        name: 'next',
        providerId: 'rsa-generated',
        providerType: 'org.keycloak.keys.KeyProvider',
        config: { priority: ['1000'], enabled: ['true'], active: ['true'], algorithm: ['RS256'] },
      },
    });
    expect(added.status()).toBe(201);
  }

  async disableKey(kid: string) {
    const { keys } = await (await this.api.get('keys')).json();
    const { providerId } = keys.find((key: { kid: string }) => key.kid === kid);
    const component = await (await this.api.get(`components/${providerId}`)).json();
    component.config = { ...component.config, enabled: ['false'], active: ['false'] };
    await this.put(`components/${providerId}`, component);
  }

  private async put(path: string, data: object) {
    const answer = await this.api.put(path, { data });
    expect(answer.status()).toBe(204);
  }
}
