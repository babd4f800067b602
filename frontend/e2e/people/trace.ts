import type { BrowserContext, Request } from '@playwright/test';

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Everything that leaves a browser: what its pages ask for, their workers too, and what sockets carry. */
export class Trace {
  readonly sent: Sent[] = [];
  private readonly pending: Promise<void>[] = [];

  constructor(context: BrowserContext) {
    // Of the context, so that service workers' requests are among them.
    context.on('request', (request) => this.pending.push(this.take(request)));
    context.on('page', (page) => {
      page.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) =>
          this.sent.push({
            url: socket.url(),
            method: 'frame',
            headers: {},
            body: Buffer.from(payload),
          }),
        ),
      );
    });
  }

  private async take(request: Request) {
    // Where the body is a file or a stream the browser may not tell it: then its length is told.
    const body = request.postDataBuffer() ?? Buffer.alloc(0);
    this.sent.push({
      url: request.url(),
      method: request.method(),
      headers: await request.allHeaders().catch(() => request.headers()),
      body,
    });
  }

  async all(): Promise<Sent[]> {
    await Promise.all(this.pending);
    return this.sent;
  }

  /** Bytes that bodies and addresses are made of. Where a body was not told, its declared length counts. */
  async size(): Promise<number> {
    return (await this.all()).reduce(
      (sum, { body, url, headers }) =>
        sum + Math.max(body.length, Number(headers['content-length'] ?? 0)) + url.length,
      0,
    );
  }
}

const WINDOW = 64;

/**
 * Where a text holds a run of 64 bytes of a file; undefined where it holds none. Each block of the file is known by
 * its bytes, and every place of the text is looked at: a run of 64 + 63 bytes cannot miss a block, and blocks are
 * taken at every fourth place so that 67 suffice.
 */
export function runOf(file: Buffer, text: Buffer): number | undefined {
  if (text.length < WINDOW) return undefined;
  const known = blocksOf(file);
  for (let at = 0; at + WINDOW <= text.length; at++) {
    if (known.has(text.toString('latin1', at, at + WINDOW))) return at;
  }
  return undefined;
}

const blocks = new WeakMap<Buffer, Set<string>>();

function blocksOf(file: Buffer): Set<string> {
  let known = blocks.get(file);
  if (!known) {
    known = new Set();
    for (let at = 0; at + WINDOW <= file.length; at += 4) {
      known.add(file.toString('latin1', at, at + WINDOW));
    }
    blocks.set(file, known);
  }
  return known;
}

/** A body as it stands, and what it is if it is a text in base64 or hex, so that neither hides a file. */
export function readings(body: Buffer): Buffer[] {
  const text = body.toString('latin1');
  const encoded = text.match(/[A-Za-z0-9+/_-]{88,}/g) ?? [];
  const hex = text.match(/(?:[0-9a-fA-F]{2}){64,}/g) ?? [];
  // Base64 may have begun at any of four places of what was encoded.
  return [
    body,
    ...encoded.flatMap((run) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64'))),
    ...hex.map((run) => Buffer.from(run, 'hex')),
  ];
}
