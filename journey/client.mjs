/** One person, or one machine, that talks to the API and remembers what a browser would. */
import { randomUUID } from 'node:crypto';
import { Deviation, NoAnswer, expectSame, expectTrue, inWords } from './tell.mjs';

const API = '/api/v1';
const PATIENCE_MS = 30_000;

/** Which status belongs to which kind of problem. */
const STATUS_OF_PROBLEM = {
  invalid: 400,
  'sign-in-failed': 401,
  'session-ended': 401,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'step-not-possible': 409,
  stale: 412,
  'idempotency-key-reused': 422,
  'precondition-required': 428,
};

export const newKey = () => randomUUID();

export class Client {
  #root;
  #token = null;
  #tags = new Map();
  cookie = null;

  constructor(root, name) {
    this.#root = root;
    this.name = name;
  }

  // --- who is asking ---

  async signIn(email, password) {
    const answer = await this.send('POST', `${API}/session`, { body: { email, password }, anonymous: true });
    this.#expectStatus(answer, 200);
    this.#keepSession(answer);
    return answer;
  }

  async refresh() {
    const answer = await this.send('POST', `${API}/session/refresh`, { anonymous: true, withCookie: true });
    this.#expectStatus(answer, 200);
    this.#keepSession(answer);
  }

  async signOut() {
    const answer = await this.send('DELETE', `${API}/session`, { anonymous: true, withCookie: true });
    this.#expectStatus(answer, 204);
  }

  /** OAuth 2.0 client credentials (RFC 6749, section 4.4). */
  async signInAsMachine(clientId, secret) {
    const answer = await this.askForClientToken(clientId, secret);
    this.#expectStatus(answer, 200);
    this.#token = answer.body.access_token;
  }

  askForClientToken(clientId, secret) {
    return this.send('POST', '/oauth2/token', {
      form: { grant_type: 'client_credentials' },
      headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      anonymous: true,
    });
  }

  #keepSession(answer) {
    this.#token = answer.body.access_token;
    this.cookie = refreshCookie(answer);
  }

  // --- what is asked ---

  async get(path, options = {}) {
    return this.#ask('GET', path, undefined, 200, options);
  }

  async put(path, body, options = {}) {
    return this.#ask('PUT', path, body, 200, options);
  }

  async post(path, body, options = {}) {
    return this.#ask('POST', path, body, 200, options);
  }

  async create(path, body, options = {}) {
    return this.#ask('POST', path, body, 201, options);
  }

  async delete(path, options = {}) {
    return this.#ask('DELETE', path, undefined, 200, options);
  }

  /** Looks at the round, as people do before they take a step of it, and takes the step. */
  async move(roundId, name, body) {
    const round = `/rounds/${roundId}`;
    await this.get(round);
    return this.post(`${round}/${name}`, body, { of: round });
  }

  async cannotMove(roundId, name, problem, body) {
    const round = `/rounds/${roundId}`;
    await this.get(round);
    return this.refused(problem, 'POST', `${round}/${name}`, body, { of: round });
  }

  /** All rows of a list, page by page along the `Link` header (RFC 8288). */
  async pages(path) {
    const rows = [];
    let pages = 0;
    let next = API + path;
    while (next) {
      const answer = await this.send('GET', next);
      this.#expectStatus(answer, 200);
      rows.push(...answer.body);
      pages += 1;
      const link = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get('link') ?? '');
      const before = next;
      next = link && pathOf(link[1], this.#root);
      expectTrue(`The next link of ${before} leads on to another page`, next !== before);
    }
    return { rows, pages };
  }

  /** Follows the feed of summaries from a cursor, or from the beginning, until there is no more. */
  async follow(path, cursor) {
    const summaries = [];
    const removed = [];
    let pages = 0;
    let more = true;
    while (more) {
      const from = cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : '';
      const answer = await this.send('GET', API + path + from);
      this.#expectStatus(answer, 200);
      summaries.push(...answer.body.summaries);
      removed.push(...answer.body.removed);
      pages += 1;
      expectTrue(`${answer.asked} leads on`, !answer.body.more || answer.body.cursor !== cursor);
      ({ cursor, more } = answer.body);
    }
    return { summaries, removed, pages, cursor };
  }

  /** Asks for something that must be refused, and answers the problem (RFC 9457). */
  async refused(kind, method, path, body, options = {}) {
    const answer = await this.send(method, API + path, { ...options, body });
    this.#expectStatus(answer, STATUS_OF_PROBLEM[kind]);
    const where = `The refusal of ${answer.asked}`;
    expectTrue(`${where} is a problem document`, answer.type.startsWith('application/problem+json'));
    const problem = answer.body;
    expectSame(`${where}, its type`, problem.type, `urn:dialogspejl:problem:${kind}`);
    expectSame(`${where}, its status`, problem.status, answer.status);
    expectTrue(`${where} has a title and a detail for people`, Boolean(problem.title && problem.detail));
    expectSame(`${where}, its requestId`, problem.requestId, answer.headers.get('x-request-id'));
    return problem;
  }

  async #ask(method, path, body, status, options) {
    const answer = await this.send(method, API + path, { ...options, body });
    this.#expectStatus(answer, status);
    const tag = answer.headers.get('etag');
    if (tag) {
      // A created thing is known by where it is, a changed one by what the caller says it is a part of.
      this.#tags.set(answer.headers.get('location') ?? API + (options.of ?? path), tag);
    }
    return answer.body;
  }

  /**
   * Sends one request, whatever the answer.
   *
   * `of` names the resource whose ETag goes into If-Match, where it is not the path itself; `version` is that
   * tag's number for resources that are only read in a list, and `blind` leaves it out; `key` is the
   * Idempotency-Key.
   */
  async send(method, path, options = {}) {
    const headers = { 'Accept-Language': options.language ?? 'da', ...options.headers };
    if (this.#token && !options.anonymous) headers.Authorization = `Bearer ${this.#token}`;
    if (this.cookie && options.withCookie) headers.Cookie = `refresh=${this.cookie}`;
    if (options.key) headers['Idempotency-Key'] = options.key;
    const tag = options.version === undefined
      ? this.#tags.get(options.of ? API + options.of : path)
      : `"${options.version}"`;
    if (tag && method !== 'GET' && !options.blind) headers['If-Match'] = tag;
    let body;
    if (options.form) {
      body = new URLSearchParams(options.form);
    } else if (options.body !== undefined) {
      headers['Content-Type'] = 'application/json';
      body = JSON.stringify(options.body);
    }
    const asked = `${method} ${path} by ${this.name}`;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(this.#root + path, { method, headers, body, signal, redirect: 'manual' });
      return await read(response, asked);
    } catch (error) {
      if (error instanceof Deviation) throw error;
      throw new NoAnswer(`${asked}: no answer (${error.cause?.code ?? error.message}).`);
    }
  }

  #expectStatus(answer, status) {
    if (answer.status === status) return;
    const said = answer.body?.title ?? answer.body?.error ?? inWords(answer.body);
    const more = [
      answer.body?.detail,
      answer.body?.unmet && `unmet ${inWords(answer.body.unmet.map((one) => one.code))}`,
      answer.body?.violations && `violations ${inWords(answer.body.violations)}`,
      `requestId ${answer.headers.get('x-request-id')}`,
    ];
    throw new Deviation(
      `${answer.asked}: expected ${status}, got ${answer.status} “${said}” (${more.filter(Boolean).join('; ')}).`);
  }
}

async function read(response, asked) {
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  let body;
  if (/[/+]json/.test(type) && text !== '') {
    try {
      body = JSON.parse(text);
    } catch {
      throw new Deviation(`${asked}: expected JSON, got ${inWords(text)}.`);
    }
  } else if (text !== '') {
    body = text;
  }
  return { asked, status: response.status, headers: response.headers, type, body };
}

/** Behind a proxy the service may know itself by another name, so only the path and the query count. */
function pathOf(link, root) {
  const url = new URL(link, root);
  return url.pathname + url.search;
}

/** By hand, because fetch has no cookie jar, and to see that scripts in a browser could not read it. */
function refreshCookie(answer) {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('refresh='));
  expectTrue(`${answer.asked} sets a refresh cookie`, line !== undefined);
  const [pair, ...attributes] = line.split(';').map((part) => part.trim());
  const names = attributes.map((attribute) => attribute.toLowerCase());
  for (const needed of ['httponly', 'samesite=strict', `path=${API}/session`]) {
    expectTrue(`The refresh cookie of ${answer.asked} carries ${needed}`, names.includes(needed));
  }
  // Quotes are how RFC 6265 lets a server wrap a value; they are not part of what is sent back.
  return pair.slice('refresh='.length).replace(/^"(.*)"$/, '$1');
}
