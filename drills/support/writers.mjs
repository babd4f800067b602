/** Several people who write at once while something goes wrong, and what must be true of it afterwards. */
import { Writer } from './journal.mjs';
import { NO_ANSWER } from './person.mjs';

/** Refused, or written on top of what an attempt without an answer has done. */
const MAY_BE = [503, 412];

export class Writers {
  #writers = [];
  #roundsBefore = new Map();

  /**
   * @param pairs logins in Fjordby, of who writes and of their partner
   * @param patience the longest that one request may take, in milliseconds
   */
  static async of(root, pairs, patience) {
    const writers = new Writers();
    for (const [login, partner] of pairs) {
      const writer = await Writer.with(root, `${login}@fjordby.example`, `${partner}@fjordby.example`, patience);
      writers.#roundsBefore.set(writer, (await writer.whatIsThere()).rounds.size);
      writers.#writers.push(writer);
    }
    return writers;
  }

  start() {
    for (const writer of this.#writers) writer.start();
  }

  /** Answers when the last of what they began is acknowledged. */
  async stop() {
    await Promise.all(this.#writers.map((writer) => writer.stop()));
  }

  /** How much was acknowledged, of all kinds. */
  get acknowledged() {
    return this.#writers.reduce((total, writer) => total + writer.acknowledged.length, 0);
  }

  /** `3 texts and 1 rounds of 2 people`. */
  get told() {
    const of = (what) => this.#writers.reduce((total, writer) => total + writer.of(what).length, 0);
    return `${of('text')} texts and ${of('round')} rounds of ${this.#writers.length} people`;
  }

  /** How often they have been refused since that was judged. */
  get refusals() {
    return this.#writers.reduce((total, { refused }) => total + (refused.get(503) ?? 0), 0);
  }

  /** Everything acknowledged is there, each key has begun one round, and nobody was refused but as they should be. */
  async judge(report, when) {
    for (const writer of this.#writers) {
      const who = `${when}: ${writer.login}`;
      const there = await writer.whatIsThere();
      const acknowledged = writer.of('text').at(-1)?.number ?? 0;
      report.expect(`${who} finds text ${acknowledged} and not ${there.text}`, there.text === acknowledged);
      const rounds = writer.of('round');
      for (const { id } of rounds) report.expect(`${who} finds round ${id}`, there.rounds.has(id));
      const keys = this.#roundsBefore.get(writer) + rounds.length;
      report.expect(`${who} has ${keys} rounds and not ${there.rounds.size}`, there.rounds.size === keys);
      for (const fault of writer.faults.splice(0)) report.fault(`${who}: ${fault}`);
      report.expect(`${who} was always answered in time`, !writer.refused.has(NO_ANSWER));
      const others = [...writer.refused.keys()].filter((status) => status !== NO_ANSWER && !MAY_BE.includes(status));
      report.expect(`${who} was never answered ${others}`, others.length === 0);
      writer.refused.clear();
    }
  }
}
