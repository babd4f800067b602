/** A PostgreSQL server that a drill starts, kills and starts again: the one that comes with the product (ADR 3). */
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { end, freePort, isRunning, launch, pause, temporaryFolder, until } from './processes.mjs';
import { Service } from './service.mjs';

// PostgreSQL does not run as root; in a name space of its own, root is nobody in particular.
const command = (program, args) => (process.getuid() === 0 ? ['unshare', ['-U', program, ...args]] : [program, args]);

/**
 * Puts into the folder an installation of the product as it is after its first start, with the demo organisations. It is
 * made elsewhere: the folder may be on a disk that is small on purpose.
 */
async function install(folder) {
  const data = temporaryFolder('first');
  const service = new Service({ DIALOGSPEJL_DATA: data, DIALOGSPEJL_DEMO: 'true' });
  await service.start();
  await service.stop();
  cpSync(data, folder, { recursive: true, preserveTimestamps: true });
}

export class Postgres {
  /** The server's own folder. */
  data;
  port;
  #process;
  #settings;

  /**
   * @param folder with `postgresql`, `postgresql-binaries`, `postgresql-password` and `master-key`
   * @param settings of the server, beside its defaults: `{ max_connections: 50 }`
   */
  constructor(folder, port, settings = {}) {
    this.folder = folder;
    this.data = join(folder, 'postgresql');
    this.port = port;
    this.#settings = settings;
    this.password = readFileSync(join(folder, 'postgresql-password'), 'utf8').trim();
    this.masterKey = readFileSync(join(folder, 'master-key'), 'utf8').trim();
    const [version] = readdirSync(join(folder, 'postgresql-binaries')).filter((name) => name.startsWith('PG-'));
    this.bin = join(folder, 'postgresql-binaries', version, 'bin');
  }

  /** A new server with the product's demo data in it, started. */
  static async installed(settings, folder = temporaryFolder('data')) {
    await install(folder);
    const postgres = new Postgres(folder, await freePort(), settings);
    await postgres.start();
    return postgres;
  }

  async start() {
    const settings = { port: this.port, listen_addresses: '127.0.0.1', fsync: 'on', ...this.#settings };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = join(this.folder, 'postgresql.log');
    // What a killed one has left behind keeps the folder for as long as its last process is there.
    await until('PostgreSQL runs', 60_000, async () => {
      if (!this.#process || !isRunning(this.#process)) {
        this.#process = launch(...command(join(this.bin, 'postgres'), ['-D', this.data, ...args]), { log });
      }
      return this.listens();
    });
  }

  /** Whether it takes connections, which it also does while it recovers. */
  listens() {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1');
      socket.once('connect', () => resolve(true) ?? socket.destroy());
      socket.once('error', () => resolve(false));
    });
  }

  /** kill -9, as when the machine loses its power: its processes go within moments, each by itself. */
  async kill() {
    await end(this.#process, 'SIGKILL');
    await pause(100);
  }

  /** With SIGINT it does not wait for those who are connected, and leaves its data clean. */
  async stop() {
    await end(this.#process, 'SIGINT');
  }

  get running() {
    return isRunning(this.#process);
  }

  /** What a service needs to work on it, at this port or at that of a proxy in front of it. */
  environment(port = this.port) {
    return {
      DATABASE_URL: `postgresql://127.0.0.1:${port}/postgres`,
      DATABASE_USER: 'postgres',
      DATABASE_PASSWORD: this.password,
      DIALOGSPEJL_MASTER_KEY: this.masterKey,
      // The issuer of access tokens, so that one instance believes those of another.
      DIALOGSPEJL_URL: 'http://localhost',
      DIALOGSPEJL_DATA: join(this.folder, 'service'),
    };
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
