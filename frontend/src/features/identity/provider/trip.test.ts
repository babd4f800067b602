import { beforeEach, describe, expect, it } from 'vitest';
import { comeBack, setOut } from './trip';

const provider = {
  issuer: 'https://login.example',
  name: 'Fjordby Kommune',
  clientId: 'dialogspejl',
  authorizationEndpoint: 'https://login.example/authorize?tenant=1',
  answersWithIssuer: true,
};

describe('a trip to a provider', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks with a challenge, and keeps the verifier here', async () => {
    const asked = (await setOut(provider, '/me')).searchParams;
    expect(asked.get('tenant')).toBe('1');
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('response_mode')).toBe('fragment');
    expect(asked.get('code_challenge_method')).toBe('S256');
    const kept = JSON.parse(sessionStorage.getItem('dialogspejl-trip') ?? '');
    expect(asked.get('code_challenge')).not.toBe(kept.codeVerifier);
    expect([...asked.values()]).not.toContain(kept.codeVerifier);
  });

  it('never asks twice with the same secrets', async () => {
    const [one, other] = [await setOut(provider, '/'), await setOut(provider, '/')];
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });

  it('brings the code back with the secrets of its own trip, once', async () => {
    const asked = (await setOut(provider, '/me')).searchParams;
    const answer = `#code=kode&state=${asked.get('state')}&iss=${provider.issuer}`;
    const back = comeBack(answer);
    expect(back?.to).toBe('/me');
    expect(back?.code).toMatchObject({
      issuer: provider.issuer,
      code: 'kode',
      nonce: asked.get('nonce'),
      redirectUri: `${location.origin}/signed-in`,
    });
    expect(sessionStorage.length).toBe(0);
    expect(comeBack(answer)).toBeUndefined();
  });

  it.each([
    ['another state', '#code=kode&state=another&iss=https://login.example'],
    ['no state', '#code=kode&iss=https://login.example'],
    ['another issuer', '#code=kode&state=STATE&iss=https://other.example'],
    ['no issuer where one was promised', '#code=kode&state=STATE'],
    ['a refusal', '#error=access_denied&state=STATE&iss=https://login.example'],
    ['no code', '#state=STATE&iss=https://login.example'],
    ['nothing', ''],
  ])('takes no answer with %s', async (_, answer) => {
    const state = (await setOut(provider, '/')).searchParams.get('state') ?? '';
    expect(comeBack(answer.replace('STATE', state))).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });
});
