/** What stands in front of several instances: a proxy that goes by their readiness and repeats what may be repeated. */
import { Agent, createServer, request } from 'node:http';
import { pause } from './processes.mjs';

const LOOK_EVERY_MS = 500;
const TRIES = 4;
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** RFC 9110, section 9.2.2, and what the key says is safe to send again. */
const mayBeRepeated = ({ method, headers }) => IDEMPOTENT.has(method) || 'idempotency-key' in headers;

/** Whether nothing can have been done, since nobody was there to send it to. */
const wasNotSent = (problem) => problem.code === 'ECONNREFUSED';

export class Proxy {
  /** How often a request was sent again, by why; and how many were given up, by why. */
  repeated = {};
  givenUp = {};
  #instances;
  #server = createServer((asked, answer) => this.#pass(asked, answer));
  #turn = 0;
  #looking;

  /** @param services of the `Service` kind, which need not run */
  constructor(services) {
    this.#instances = services.map((service) => ({ service, ready: false, agent: new Agent({ keepAlive: true }) }));
  }

  async start() {
    await Promise.all(this.#instances.map((instance) => this.#look(instance)));
    this.#looking = setInterval(() => this.#instances.forEach((instance) => this.#look(instance)), LOOK_EVERY_MS);
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Whether requests go to this one. */
  uses(service) {
    return this.#instances.some((instance) => instance.service === service && instance.ready);
  }

  stop() {
    clearInterval(this.#looking);
    this.#server.close();
    this.#server.closeAllConnections();
    for (const { agent } of this.#instances) agent.destroy();
  }

  async #look(instance) {
    instance.ready = (await instance.service.health('ready', 2_000)) === 200;
  }

  /** One that is ready and was not tried yet, where there is one. */
  #next(tried) {
    const choices = this.#instances.filter(({ ready }) => ready);
    const fresh = choices.filter((instance) => !tried.includes(instance));
    const among = fresh.length ? fresh : choices.length ? choices : this.#instances;
    return among[this.#turn++ % among.length];
  }

  async #pass(asked, answer) {
    const chunks = [];
    try {
      for await (const chunk of asked) chunks.push(chunk);
    } catch {
      return; // who asked has gone
    }
    const body = Buffer.concat(chunks);
    const tried = [];
    for (;;) {
      const instance = this.#next(tried);
      tried.push(instance);
      const { inner, problem } = await send(instance, asked, body, answer);
      const bad = problem?.code ?? (inner.statusCode === 503 ? '503' : undefined);
      const again = mayBeRepeated(asked) || (problem && wasNotSent(problem));
      if (bad && again && tried.length < TRIES) {
        inner?.resume();
        this.repeated[bad] = (this.repeated[bad] ?? 0) + 1;
        await pause(tried.length > 1 ? LOOK_EVERY_MS : 0);
        continue;
      }
      if (bad) this.givenUp[`${asked.method} ${bad}`] = (this.givenUp[`${asked.method} ${bad}`] ?? 0) + 1;
      if (problem) return answer.writeHead(502).end();
      answer.writeHead(inner.statusCode, withoutConnection(inner.headers));
      answer.flushHeaders();
      inner.pipe(answer);
      inner.once('error', () => answer.destroy());
      return;
    }
  }
}

/** Answers with `inner`, of which the head has come, or with the `problem` there was. */
function send({ service, agent }, { method, url, headers }, body, answer) {
  return new Promise((resolve) => {
    const sent = withoutConnection(headers);
    if (body.length) sent['content-length'] = body.length; // it may have come in chunks
    const passed = request({ host: '127.0.0.1', port: service.port, method, path: url, agent, headers: sent });
    passed.once('response', (inner) => {
      answer.once('close', () => passed.destroy()); // a stream ends with who listens to it
      resolve({ inner });
    });
    passed.on('error', (problem) => resolve({ problem }));
    passed.end(body);
  });
}

/** What belongs to one connection does not go on to the other. */
const withoutConnection = ({ connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers }) => headers;
