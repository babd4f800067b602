import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

type IsGenuine = (secret: string, headers: Record<string, string>, body: Buffer) => boolean;

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = Buffer.from('{"type":"summary.shared"}');

/** As it stands in the guide. */
async function example(): Promise<IsGenuine> {
  const guide = readFileSync('../docs/integrators.md', 'utf8');
  const code = /```ts\n(import \{ createHmac.*?)```/s.exec(guide)?.[1] ?? '';
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`
  );
  return module.isGenuine;
}

function signed(id: string, seconds: number, secret = SECRET) {
  const hmac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'));
  const signature = hmac.update(`${id}.${seconds}.${BODY}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,AAAA v1,${signature}`,
  };
}

it('verifies webhooks in TypeScript as the guide says', async () => {
  const isGenuine = await example();
  const now = Math.floor(Date.now() / 1000);
  expect(isGenuine(SECRET, signed('a', now), BODY)).toBe(true);
  expect(isGenuine(SECRET, signed('a', now, 'whsec_AAAA'), BODY)).toBe(false);
  expect(isGenuine(SECRET, { ...signed('a', now), 'webhook-id': 'b' }, BODY)).toBe(false);
  expect(isGenuine(SECRET, signed('a', now), Buffer.from(`${BODY} `))).toBe(false);
  expect(isGenuine(SECRET, signed('a', now - 400), BODY)).toBe(false);
  expect(isGenuine(SECRET, { ...signed('a', now), 'webhook-timestamp': 'now' }, BODY)).toBe(false);
  expect(isGenuine(SECRET, {}, BODY)).toBe(false);
});
