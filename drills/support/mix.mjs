/** What people do in an ordinary hour, in its proportions: reading more than writing, and an HR system that looks in. */
import { Load } from './load.mjs';
import { Person } from './person.mjs';
import { aRound, summaryWith } from './rounds.mjs';

/** Long before an access token ends, which lasts ten minutes. */
const RENEWED_EVERY_MS = 120_000;

/** Out of hundred. */
const SHARES = { 'round read': 25, 'list read': 20, 'reflections read': 15, 'reflection saved': 20, 'summary saved': 5, 'feed read': 15 };

const PAIRS = [
  ['anna', 'bo'],
  ['aase', 'kirsten'],
  ['birgitte', 'henrik'],
  ['naja', 'rasmus'],
  ['mads', 'lene'],
];

export class Mix {
  load = new Load();
  /** Two people each, with a round that they talk about and a dialogue that the first one reflects on. */
  pairs = [];
  #hr;
  #renewing;
  #documents = [];
  #number = 0;
  #turn = 0;

  static async begin(root) {
    const mix = new Mix();
    for (const logins of PAIRS) {
      const people = [];
      for (const login of logins) people.push(await Person.signedIn(root, `${login}@fjordby.example`));
      const { dialogueId } = await aRound(...people, 'REFLECTING');
      const { id: roundId } = await aRound(...people, 'DISCUSSING');
      mix.pairs.push({ people, roundId, dialogueId });
    }
    const renew = async () => {
      for (const { people } of mix.pairs) for (const person of people) await person.signIn();
      mix.#hr = await Person.client(root, 'hr-fjordby');
    };
    await renew();
    mix.#renewing = setInterval(() => renew().catch((problem) => (mix.load.failed[problem.message] = 1)), RENEWED_EVERY_MS);
    await mix.#prepareWriting();
    return mix;
  }

  end() {
    clearInterval(this.#renewing);
  }

  async #prepareWriting() {
    for (const { people: [person], roundId, dialogueId } of this.pairs) {
      const path = `/dialogues/${dialogueId}/reflections`;
      const { reflections } = (await person.does('GET', path)).body;
      for (const { topic, version } of reflections) {
        const body = () => ({ text: `Jeg så op før borgeren satte sig. ${++this.#number}`, moments: [] });
        this.#documents.push({ kind: 'reflection saved', person, path: `${path}/${topic}`, etag: `"${version}"`, body });
      }
      const { etag } = await person.does('GET', `/rounds/${roundId}/summary`);
      const body = () => summaryWith(`nr ${++this.#number}.`);
      this.#documents.push({ kind: 'summary saved', person, path: `/rounds/${roundId}/summary`, etag, body });
    }
  }

  /** Asks one thing, chosen by chance. */
  askOne() {
    let rest = Math.random() * 100;
    const [kind] = Object.entries(SHARES).find(([, share]) => (rest -= share) < 0);
    const { people, roundId, dialogueId } = this.pairs[this.#turn++ % this.pairs.length];
    const [mine, other] = people;
    if (kind === 'round read') return this.load.ask(kind, other, 'GET', `/rounds/${roundId}`);
    if (kind === 'list read') return this.load.ask(kind, mine, 'GET', '/rounds?limit=20');
    if (kind === 'reflections read') return this.load.ask(kind, mine, 'GET', `/dialogues/${dialogueId}/reflections`);
    if (kind === 'feed read') return this.load.ask(kind, this.#hr, 'GET', '/summaries?limit=20');
    return this.#save(kind);
  }

  /** One at a time each, on top of the version that was saved before; the one that was saved longest ago. */
  #save(kind) {
    const index = this.#documents.findIndex((document) => document.kind === kind);
    const [document] = this.#documents.splice(index, 1);
    this.#documents.push(document);
    document.saving = (document.saving ?? Promise.resolve()).then(async () => {
      const { person, path, etag, body } = document;
      const answer = await this.load.ask(kind, person, 'PUT', path, { ifMatch: etag, body: body() });
      document.etag = answer.etag ?? document.etag;
    });
    return document.saving;
  }
}
