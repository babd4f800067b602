/** Who talks to the API in a drill: a person of the demo organisations, or an API client. */

const PASSWORD = 'spejl-demo-2026';

/** An access token lasts for ten minutes. */
const RENEWED_AFTER_MS = 5 * 60_000;

/** What came of a request to which there was no answer. */
export const NO_ANSWER = 0;

/** The path of the page after this one of a list; nothing after the last. */
export const nextPage = ({ headers }) => /<(?:\/api\/v1)?([^>]*)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1];

export class Person {
  #root;
  #token;
  #login;
  #renewAt = Infinity;

  /** @param root of the instance, or of the proxy in front of several */
  constructor(root) {
    this.#root = root;
  }

  /** @param login of the demo organisations: `anna@fjordby.example` */
  static async signedIn(root, login) {
    const person = new Person(root);
    await person.signIn(login);
    return person;
  }

  static credentials(login) {
    return { email: login, password: PASSWORD };
  }

  /** Again as the same, where no login is given. */
  async signIn(login = this.#login) {
    const { status, body } = await this.ask('POST', '/session', { body: Person.credentials(login) });
    if (status !== 200) throw new Error(`${login} cannot sign in: ${status}`);
    this.#login = login;
    this.#token = body.access_token;
    this.#renewAt = Date.now() + RENEWED_AFTER_MS;
  }

  /** Signs in again in good time, if they are signed in. */
  async staysSignedIn() {
    if (Date.now() > this.#renewAt) await this.signIn();
  }

  /** An API client of the demo organisations, `hr-fjordby`. */
  static async client(root, id) {
    const basic = Buffer.from(`${id}:${PASSWORD}`).toString('base64');
    const answer = await fetch(`${root}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    if (!answer.ok) throw new Error(`${id} gets no token: ${answer.status}`);
    const client = new Person(root);
    client.#token = (await answer.json()).access_token;
    return client;
  }

  /** Asks at another instance from now on, with the same token. */
  movesTo(root) {
    this.#root = root;
  }

  get headers() {
    return this.#token ? { Authorization: `Bearer ${this.#token}` } : {};
  }

  /**
   * Asks once, whatever comes of it.
   *
   * @param ifMatch the version that is to be changed
   * @param key the `Idempotency-Key`
   * @param patience in milliseconds
   * @returns `status` (NO_ANSWER where there was none, or only a part), `etag`, `headers`, and `body` read as JSON
   */
  async ask(method, path, { ifMatch, key, body, patience = 30_000, headers: more } = {}) {
    const headers = { ...this.headers, ...more };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (ifMatch) headers['If-Match'] = ifMatch;
    if (key) headers['Idempotency-Key'] = key;
    try {
      const answer = await fetch(`${this.#root}/api/v1${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      });
      const text = await answer.text();
      const json = /json/.test(answer.headers.get('Content-Type') ?? '');
      return { status: answer.status, etag: answer.headers.get('ETag'), headers: answer.headers, body: json ? JSON.parse(text) : text };
    } catch (problem) {
      return { status: NO_ANSWER, problem };
    }
  }

  /** The same where nothing but success will do. */
  async does(method, path, options) {
    const answer = await this.ask(method, path, options);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body ?? answer.problem?.cause?.code)}`);
  }
}
