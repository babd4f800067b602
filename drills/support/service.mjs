/** An instance of the built product, in a process of its own on loopback. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, freePort, isRunning, launch, temporaryFolder, until } from './processes.mjs';

const LAUNCH = fileURLToPath(new URL('../../backend/launch', import.meta.url));

/** Nobody is refused for asking too often: a drill is everybody at once, from one address. */
const NO_END = '1000000000';

export class Service {
  port;
  #process;
  #environment;
  #options;

  /**
   * @param environment on top of what every drill needs; see `Postgres.environment`
   * @param port if it is to be the same each time; otherwise one that is free
   * @param jar another build than the present one, which knows nothing of how that is launched
   * @param jvm options for Java
   */
  constructor(environment, { port, jar, jvm = [] } = {}) {
    this.#environment = environment;
    this.#options = { jar, jvm };
    this.port = port;
    this.log = join(temporaryFolder('log'), 'service.log');
  }

  /** Answers when it is ready, or when its process is there if that is not waited for. */
  async start({ ready = true } = {}) {
    this.port ??= await freePort();
    const { jar, jvm } = this.#options;
    this.#process = launch(jar ? 'java' : LAUNCH, jar ? [...jvm, '-jar', jar] : jvm, {
      log: this.log,
      env: {
        DIALOGSPEJL_SECURE_COOKIES: 'false',
        DIALOGSPEJL_REQUESTS_PER_MINUTE: NO_END,
        DIALOGSPEJL_REQUESTS_PER_MINUTE_ADDRESS: NO_END,
        DIALOGSPEJL_FULL_LOADS_PER_HOUR: NO_END,
        QUARKUS_LOG_LEVEL: 'WARN',
        ...this.#environment,
        PORT: String(this.port),
      },
    });
    if (ready) await this.ready();
    // Java leaves an archive that does not fit aside, and may say nothing of it.
    if (ready && !jar && !readFileSync(`/proc/${this.pid}/maps`, 'utf8').includes('/classes.jsa')) {
      throw new Error(`It was started without the archive of classes that make drills makes:\n${this.said()}`);
    }
    return this;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid() {
    return this.#process.pid;
  }

  get running() {
    return isRunning(this.#process);
  }

  /** What a probe of it answers: a status, or 0 where nothing does within `ms`. */
  async health(probe, ms = 5_000) {
    try {
      const answer = await fetch(`${this.url}/q/health/${probe}`, { signal: AbortSignal.timeout(ms) });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  async ready(patience = 300_000) {
    let status;
    const ready = async () => {
      if (!this.running) throw new Error(`The service ended:\n${this.said()}`);
      status = await this.health('ready');
      return status === 200;
    };
    await until(`the service at ${this.port} is ready`, patience, ready).catch((problem) => {
      throw new Error(`${problem.message} (${status})\n${this.said()}`);
    });
  }

  /** The end of its log. */
  said() {
    return readFileSync(this.log, 'utf8').slice(-2_000);
  }

  /** kill -9. */
  kill() {
    return end(this.#process, 'SIGKILL');
  }

  /** As whoever runs it does: what is under way is finished. */
  stop() {
    return end(this.#process, 'SIGTERM');
  }

  /** Bytes of memory that it holds now. */
  memory() {
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))[1]);
  }
}
