/** What whoever runs a service asks it all the time: whether it lives, and whether it is ready. */

/** As long as such a probe waits. */
const PATIENCE_MS = 5_000;
const EVERY_MS = 500;

export class Probes {
  #asked = { live: [], ready: [] };

  /** @param load that they are a part of */
  constructor(load, service) {
    for (const probe of ['live', 'ready']) {
      load.keep(async () => {
        const begun = Date.now();
        const status = await service.health(probe, PATIENCE_MS);
        this.#asked[probe].push({ begun, answered: Date.now(), status });
      }, EVERY_MS);
    }
  }

  /** Whether it has always said that it lives. */
  get lived() {
    return this.#asked.live.every(({ status }) => status === 200);
  }

  /** The first time that it was asked after that moment and was ready: `{ begun, answered, status }`, times in milliseconds. */
  readyAfter(moment) {
    return this.#asked.ready.find(({ begun, status }) => begun > moment && status === 200);
  }

  /** The same where it was not; its status is 0 where it did not answer in time. */
  notReadyAfter(moment) {
    return this.#asked.ready.find(({ begun, status }) => begun > moment && status !== 200);
  }
}
