/** A bad network: what stands between the service and its PostgreSQL, and can be slow, deaf, forgetful or hostile. */
import { connect, createServer } from 'node:net';
import { pause } from './processes.mjs';

export class TcpProxy {
  #port;
  #server = createServer((near) => this.#take(near));
  #lines = new Set();
  #latency = 0;
  #resetting = false;
  /** Resolves when bytes pass again. */
  #passing = Promise.resolve();
  #letPass = () => {};

  /** @param port of the server behind it */
  constructor(port) {
    this.#port = port;
  }

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port() {
    return this.#server.address().port;
  }

  stop() {
    this.heals();
    this.#server.close();
    for (const line of this.#lines) line.cut();
  }

  // --- what can be wrong with it; each until it heals ---

  /** Each piece takes so many milliseconds more, each way. */
  delays(ms) {
    this.#latency = ms;
  }

  /** Whoever is connected is thrown out, and whoever comes too. */
  resets() {
    this.#resetting = true;
    for (const line of this.#lines) line.reset();
  }

  /** A black hole: nothing arrives on either side, not even that the other one has gone. Connecting seems to work. */
  swallows() {
    this.#passing = new Promise((resolve) => (this.#letPass = resolve));
  }

  /**
   * The connections there are become half-open for good: the server's end is gone, and the service is not told. What
   * comes after passes, as when a firewall has lost its table or the server its power.
   */
  forgets() {
    for (const line of this.#lines) line.forget();
  }

  /** What was held back arrives now; what was forgotten stays so. */
  heals() {
    this.#latency = 0;
    this.#resetting = false;
    this.#letPass();
  }

  // --- how it passes ---

  /** Answers when a piece may go on. */
  async passes() {
    await this.#passing;
    if (this.#latency) await pause(this.#latency);
  }

  #take(near) {
    if (this.#resetting) return near.resetAndDestroy();
    const line = new Line(this, near, this.#port);
    this.#lines.add(line);
    line.over.then(() => this.#lines.delete(line));
  }
}

/** One connection: the service's end is near, the server's far. */
class Line {
  #proxy;
  #near;
  #far;
  #forgotten = false;

  constructor(proxy, near, port) {
    this.#proxy = proxy;
    this.#near = near;
    near.on('error', () => {});
    this.over = this.#connect(port);
  }

  async #connect(port) {
    await this.#proxy.passes();
    if (this.#forgotten || this.#near.destroyed) return;
    this.#far = connect(port, '127.0.0.1');
    this.#far.on('error', () => {});
    await Promise.all([this.#carry(this.#near, this.#far), this.#carry(this.#far, this.#near)]);
  }

  /** One piece after the other, so that they keep their order. */
  async #carry(from, to) {
    try {
      for await (const piece of from) {
        await this.#proxy.passes();
        if (!this.#forgotten) to.write(piece);
      }
      await this.#proxy.passes();
      if (!this.#forgotten) to.end();
    } catch {
      await this.#proxy.passes();
      if (!this.#forgotten) to.resetAndDestroy();
    }
  }

  reset() {
    this.#near.resetAndDestroy();
    this.#far?.resetAndDestroy();
  }

  cut() {
    this.#near.destroy();
    this.#far?.destroy();
  }

  forget() {
    this.#forgotten = true;
    if (this.#far) this.#far.destroy();
    else this.#near.resume(); // so that it is seen to go
  }
}
