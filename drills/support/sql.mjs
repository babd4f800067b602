/** Statements to a drill's own PostgreSQL, which trusts who is on this machine: the least of its protocol (version 3.0). */
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { until } from './processes.mjs';

const PROTOCOL = 196608;
const INT = 4;

/** Lets anybody on loopback in without a password; to be followed by a restart. */
export function trust(postgres) {
  const access = join(postgres.data, 'pg_hba.conf');
  writeFileSync(access, readFileSync(access, 'utf8').replace(/\b(scram-sha-256|md5)$/gm, 'trust'));
}

/** The same for one that runs, which it restarts. */
export async function trustAtOnce(postgres) {
  trust(postgres);
  await postgres.stop();
  await postgres.start();
}

/** A session of the superuser's. Its settings, locks and transaction last until `end`. */
export class Sql {
  #socket;
  #waiting = [];
  #rest = Buffer.alloc(0);
  #rows = [];
  #fault;

  /** As soon as it lets anybody in, which it does not while it starts. */
  static at(postgres) {
    return until('PostgreSQL lets somebody in', 60_000, () => Sql.#begun(postgres).catch(onlyWhereItStarts));
  }

  static async #begun(postgres) {
    const sql = new Sql();
    sql.#socket = connect(postgres.port, '127.0.0.1');
    sql.#socket.on('data', (chunk) => sql.#read(chunk));
    sql.#socket.on('error', (problem) => sql.#ended(problem));
    sql.#socket.on('close', () => sql.#ended(new Error('PostgreSQL has hung up')));
    const words = Buffer.from('user\0postgres\0database\0postgres\0application_name\0drill\0\0');
    const head = Buffer.alloc(2 * INT);
    head.writeInt32BE(head.length + words.length, 0);
    head.writeInt32BE(PROTOCOL, INT);
    await sql.#send(Buffer.concat([head, words]));
    return sql;
  }

  /** @returns the rows, each an array of texts and nulls */
  async rows(statement) {
    const words = Buffer.from(`${statement}\0`);
    const head = Buffer.alloc(1 + INT);
    head.write('Q');
    head.writeInt32BE(INT + words.length, 1);
    return this.#send(Buffer.concat([head, words]));
  }

  /** The first of the first row. */
  async value(statement) {
    return (await this.rows(statement))[0]?.[0];
  }

  end() {
    this.#socket.destroy();
  }

  #send(message) {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error('PostgreSQL has hung up'));
      this.#waiting.push({ resolve, reject });
      this.#socket.write(message);
    });
  }

  #read(chunk) {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length > INT && this.#rest.length > this.#rest.readInt32BE(1)) {
      const end = 1 + this.#rest.readInt32BE(1);
      this.#take(String.fromCharCode(this.#rest[0]), this.#rest.subarray(1 + INT, end));
      this.#rest = this.#rest.subarray(end);
    }
  }

  #take(kind, body) {
    if (kind === 'D') this.#rows.push(columns(body));
    else if (kind === 'E') this.#fault = new Error(body.toString().split('\0').find((field) => field.startsWith('M'))?.slice(1));
    else if (kind === 'Z') this.#answer();
  }

  #answer() {
    const [rows, fault] = [this.#rows, this.#fault];
    this.#rows = [];
    this.#fault = undefined;
    const { resolve, reject } = this.#waiting.shift();
    if (fault) reject(fault);
    else resolve(rows);
  }

  #ended(problem) {
    for (const { reject } of this.#waiting.splice(0)) reject(this.#fault ?? problem);
  }
}

function onlyWhereItStarts(problem) {
  if (!/starting up/.test(problem.message)) throw problem;
}

function columns(body) {
  const values = [];
  for (let at = 2; at < body.length; ) {
    const length = body.readInt32BE(at);
    at += INT;
    values.push(length < 0 ? null : body.toString('utf8', at, at + Math.max(length, 0)));
    at += Math.max(length, 0);
  }
  return values;
}
