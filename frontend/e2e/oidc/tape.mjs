// Stands between Keycloak and everybody else, and passes on what is said. What Keycloak has answered at its token
// endpoint can be played back later, when it is no longer good.
import { createServer, request } from 'node:http';

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Listens at `port` for Keycloak at `keycloak`, both on loopback. */
export function tape(port, keycloak) {
  let playing;

  const server = createServer(async (asked, answer) => {
    const body = await read(asked);
    if (asked.url === '/tape') {
      playing = asked.method === 'PUT' ? body : undefined;
      answer.writeHead(204).end();
      return;
    }
    if (playing && asked.method === 'POST' && asked.url.endsWith('/token')) {
      answer.writeHead(200, { 'Content-Type': 'application/json' }).end(playing);
      return;
    }
    // What concerns the connection between two, such as an upgrade of it, is not passed on.
    const { connection: _, upgrade: __, 'http2-settings': ___, ...headers } = asked.headers;
    const onwards = request(
      {
        host: '127.0.0.1',
        port: keycloak,
        path: asked.url,
        method: asked.method,
        headers,
      },
      (said) => {
        answer.writeHead(said.statusCode, said.headers);
        said.pipe(answer);
      },
    );
    onwards.on('error', () => answer.writeHead(502).end());
    onwards.end(body);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
