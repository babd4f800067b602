import { randomUUID } from 'node:crypto';
import type { components } from '../../src/api/schema';
import { instances } from '../instances';

export type Schemas = components['schemas'];

/** Every demo account's. */
export const PASSWORD = 'spejl-demo-2026';

/** Who the demo organisations' people are, as far as the journeys need them. */
export const people = {
  anna: { email: 'anna@fjordby.example', name: 'Anna Holm' },
  bo: { email: 'bo@fjordby.example', name: 'Bo Kjær' },
  aase: { email: 'aase@fjordby.example', name: 'Åse Lindberg' },
  kirsten: { email: 'kirsten@fjordby.example', name: 'Kirsten Kjærgaard' },
  birgitte: { email: 'birgitte@fjordby.example', name: 'Birgitte Sørensen' },
  henrik: { email: 'henrik@fjordby.example', name: 'Henrik Møller' },
  naja: { email: 'naja@fjordby.example', name: 'Naja Kristoffersen' },
  rasmus: { email: 'rasmus@fjordby.example', name: 'Rasmus Thygesen' },
  karen: { email: 'karen@fjordby.example', name: 'Karen Østergaard' },
  signe: { email: 'signe@fjordby.example', name: 'Signe Brøndum' },
  soeren: { email: 'soeren@fjordby.example', name: 'Søren Nygård' },
  torben: { email: 'torben@fjordby.example', name: 'Torben Frandsen' },
  mads: { email: 'mads@fjordby.example', name: 'Mads Bækgaard' },
  lene: { email: 'lene@fjordby.example', name: 'Lene Højgaard' },
  ellen: { email: 'ellen@svane.example', name: 'Ellen Thorsøe' },
  preben: { email: 'preben@svane.example', name: 'Preben Mølgaard' },
  gitte: { email: 'gitte@svane.example', name: 'Gitte Søndergaard' },
  ole: { email: 'ole@svane.example', name: 'Ole Damgaard' },
  mette: { email: 'mette@svane.example', name: 'Mette Bjørn' },
  jonas: { email: 'jonas@svane.example', name: 'Jonas Ravn' },
  tove: { email: 'tove@svane.example', name: 'Tove Åkjær' },
  maria: { email: 'maria@svane.example', name: 'Maria Skjøde' },
  louise: { email: 'louise@svane.example', name: 'Louise Nørgård' },
  anders: { email: 'anders@svane.example', name: 'Anders Krogh' },
  sanne: { email: 'sanne@svane.example', name: 'Sanne Vestergård' },
  bente: { email: 'bente@svane.example', name: 'Bente Hvidbjerg' },
  kasper: { email: 'kasper@svane.example', name: 'Kasper Lynge' },
  ida: { email: 'ida@svane.example', name: 'Ida Rømer' },
} as const;

export type Who = keyof typeof people;

export const firstName = (who: Who) => people[who].name.split(' ')[0] ?? '';

/** Somebody who talks to the service directly: for what a journey takes for granted, and to see what is there. */
export class Person {
  private constructor(
    readonly who: Who,
    private readonly root: string,
    private readonly token: string,
  ) {}

  static async signIn(who: Who, root: string = instances[0]): Promise<Person> {
    const response = await fetch(`${root}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: people[who].email, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`${who} cannot sign in: ${response.status}`);
    const { access_token } = (await response.json()) as Schemas['AccessToken'];
    return new Person(who, root, access_token);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** Creates; each call makes another. */
  create<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('POST', path, body, { 'Idempotency-Key': randomUUID() });
  }

  /** Changes what has that version. */
  change<T>(method: 'PUT' | 'POST' | 'DELETE', path: string, version: number, body?: unknown) {
    return this.send<T>(method, path, body, { 'If-Match': `"${version}"` });
  }

  /** Takes a step of a round as it stands. */
  async step(roundId: string, name: string, body?: unknown): Promise<Schemas['RoundView']> {
    const { version } = await this.get<Schemas['RoundView']>(`/rounds/${roundId}`);
    return this.change('POST', `/rounds/${roundId}/${name}`, version, body);
  }

  /** Imports people from a file, as an administrator. */
  async bringsIn(file: string): Promise<void> {
    const importing = async <T>(path: string) => {
      const response = await fetch(`${this.root}/api/v1/people/import${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'text/csv' },
        body: file,
      });
      if (!response.ok) throw new Error(`${this.who}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    };
    const { digest } = await importing<Schemas['ImportPreview']>('/preview');
    await importing<Schemas['ImportedPeople']>(`?preview=${digest}`);
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const response = await fetch(`${this.root}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(
        `${this.who}: ${method} ${path} → ${response.status} ${await response.text()}`,
      );
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
