import * as oauth from 'oauth4webapi';
import type { Schemas } from '@/api/client';

/** Kept in this tab alone, from setting out for a provider until coming back. */
const TRIP = 'dialogspejl-trip';

interface Trip {
  provider: Schemas['ProviderView'];
  state: string;
  nonce: string;
  codeVerifier: string;
  /** Where one was going in the app. */
  to: string;
}

const redirectUri = () => `${location.origin}/signed-in`;

/**
 * The address to go to, with the secrets of the trip kept here (PKCE, RFC 7636). The answer is asked for in the
 * fragment, which no server gets to see.
 *
 * @param to where to go in the app afterwards
 */
export async function setOut(provider: Schemas['ProviderView'], to: string): Promise<URL> {
  const trip: Trip = {
    provider,
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    codeVerifier: oauth.generateRandomCodeVerifier(),
    to,
  };
  const address = new URL(provider.authorizationEndpoint);
  const asked = {
    response_type: 'code',
    response_mode: 'fragment',
    client_id: provider.clientId,
    redirect_uri: redirectUri(),
    scope: 'openid email profile',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(trip.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang || 'da',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  sessionStorage.setItem(TRIP, JSON.stringify(trip));
  return address;
}

/** What the provider answered, if it is the answer to our own question. Good for one use. */
export function comeBack(
  fragment: string,
): { code: Schemas['ProviderCode']; to: string } | undefined {
  const kept = sessionStorage.getItem(TRIP);
  sessionStorage.removeItem(TRIP);
  if (!kept) return undefined;
  const { provider, state, nonce, codeVerifier, to } = JSON.parse(kept) as Trip;
  try {
    const answer = oauth.validateAuthResponse(
      {
        issuer: provider.issuer,
        authorization_response_iss_parameter_supported: provider.answersWithIssuer,
      },
      { client_id: provider.clientId },
      new URLSearchParams(fragment.replace(/^#/, '')),
      state,
    );
    const code = answer.get('code');
    if (!code) return undefined;
    return {
      code: { issuer: provider.issuer, code, codeVerifier, nonce, redirectUri: redirectUri() },
      to,
    };
  } catch {
    return undefined; // Refused there, or the answer to somebody else's question.
  }
}
