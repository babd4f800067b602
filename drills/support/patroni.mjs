/** Two PostgreSQL servers under Patroni, each a replica of the other, and the etcd in which they agree who is primary. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER, account, bin, folderOfPostgres, makeDatabase, sql } from './debian.mjs';
import { end, isRunning, launch, until } from './processes.mjs';

// Fixed, and below those the system gives away: a server that is down must find its port free when it comes back.
const ETCD = 18600;
const PORTS = { one: { postgres: 18610, rest: 18611 }, two: { postgres: 18620, rest: 18621 } };
const PASSWORD = 'for-this-drill-alone';

/**
 * What operations.md recommends. `ttl` is the least that Patroni takes; loop_wait + 2 * retry_timeout must not be more.
 * Not strict: with two servers the one that is left has to acknowledge alone.
 */
const AGREED = {
  ttl: 20,
  loop_wait: 5,
  retry_timeout: 5,
  synchronous_mode: true,
  postgresql: { use_pg_rewind: true, use_slots: true, parameters: { max_connections: 100, shared_buffers: '64MB' } },
};

/** What says that a process is of a server, whoever has started it. */
const childrenOf = (pid) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))[1]) === pid;
      } catch {
        return false; // it has ended meanwhile
      }
    })
    .map(Number);

class Member {
  #process;
  #postmaster;

  constructor(name, folder) {
    this.name = name;
    this.folder = folder;
    this.port = PORTS[name].postgres;
    this.rest = PORTS[name].rest;
    this.data = join(folder, 'data');
    this.log = join(folder, 'patroni.log');
    this.#configure();
  }

  #configure() {
    const as = (username) => ({ username, password: PASSWORD });
    const here = (port) => `127.0.0.1:${port}`;
    const configuration = {
      scope: 'dialogspejl',
      name: this.name,
      restapi: { listen: here(this.rest), connect_address: here(this.rest) },
      etcd3: { host: here(ETCD) },
      bootstrap: { dcs: AGREED, initdb: ['data-checksums', { encoding: 'UTF8' }, { locale: 'C.UTF-8' }] },
      postgresql: {
        listen: here(this.port),
        connect_address: here(this.port),
        data_dir: this.data,
        bin_dir: bin,
        pgpass: join(this.folder, 'pgpass'),
        authentication: { superuser: as('postgres'), replication: as('replicator'), rewind: as('rewinder') },
        parameters: { unix_socket_directories: this.folder, log_error_verbosity: 'terse' },
        pg_hba: ['local all all trust', ...['all', 'replication'].map((what) => `host ${what} all 127.0.0.1/32 scram-sha-256`)],
        remove_data_directory_on_rewind_failure: true,
      },
    };
    this.file = join(this.folder, 'patroni.yml');
    writeFileSync(this.file, JSON.stringify(configuration)); // which is YAML as well
  }

  start() {
    this.#process = launch('patroni', [this.file], { log: this.log, env: { LC_ALL: 'C.UTF-8' }, ...account });
  }

  async asked(path) {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.rest}${path}`, { signal: AbortSignal.timeout(2_000) });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return { status: 0 };
    }
  }

  async isPrimary() {
    return (await this.asked('/primary')).status === 200;
  }

  /** Whether its standby would lose nothing, which Patroni then tells of it. */
  async isSynchronous() {
    return (await this.asked('/synchronous')).status === 200;
  }

  sql(database, statement) {
    return sql(this.folder, this.port, database, statement);
  }

  /** Patroni, the postmaster and all its processes, at the same moment. */
  #everything() {
    this.#postmaster = Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return [this.#process.pid, this.#postmaster, ...childrenOf(this.#postmaster)];
  }

  #signal(pids, signal) {
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        // it has gone with the others
      }
    }
  }

  /** Still there, and silent, as a machine that hangs. */
  freeze() {
    this.#signal(this.#everything(), 'SIGSTOP');
  }

  /** kill -9 of everything, as when the machine loses its power. */
  async kill() {
    this.freeze(); // so that none of them sees another go
    this.#signal([...childrenOf(this.#postmaster), this.#postmaster], 'SIGKILL');
    await end(this.#process, 'SIGKILL');
  }

  /** Patroni leaves its server running where it is killed; asked to end, it stops it. */
  async stop() {
    if (isRunning(this.#process)) await end(this.#process);
  }
}

export class Cluster {
  #etcd;

  async start() {
    const folder = folderOfPostgres('etcd');
    const client = `http://127.0.0.1:${ETCD}`;
    const peer = `http://127.0.0.1:${ETCD + 1}`;
    const args = ['--name', 'etcd', '--data-dir', join(folder, 'data'), '--listen-client-urls', client];
    args.push('--advertise-client-urls', client, '--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer);
    this.#etcd = launch('etcd', [...args, '--initial-cluster', `etcd=${peer}`], { log: join(folder, 'log'), ...account });
    this.members = Object.keys(PORTS).map((name) => new Member(name, folderOfPostgres(`patroni-${name}`)));
    for (const member of this.members) member.start();
    await this.whole();
    const primary = await this.primary();
    await makeDatabase((...asked) => primary.sql(...asked));
    return this;
  }

  /** Who is primary; undefined where nobody is. */
  async primary() {
    for (const member of this.members) if (await member.isPrimary()) return member;
    return undefined;
  }

  /** Answers when there is a primary, and a standby that acknowledges with it. */
  async whole() {
    await until('primary and synchronous standby', 120_000, async () => {
      const states = await Promise.all(this.members.map(async (one) => (await one.isPrimary()) || (await one.isSynchronous())));
      return (await this.primary()) && states.every(Boolean);
    });
  }

  async stop() {
    for (const member of this.members) await member.stop();
    await end(this.#etcd);
  }

  /** What a service needs to find the primary, whoever it is. */
  environment() {
    const hosts = this.members.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return {
      DATABASE_URL: `postgresql://${hosts}/dialogspejl?targetServerType=primary&hostRecheckSeconds=2`,
      DATABASE_USER: OWNER.name,
      DATABASE_PASSWORD: OWNER.password,
    };
  }
}
