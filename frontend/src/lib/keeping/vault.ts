import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/**
 * What is kept on this device until the service has it, encrypted: AES-GCM with a key that the browser holds
 * and scripts cannot take out (Web Cryptography, non-extractable). Names of entries are ids, never text.
 */
const stores: { kept?: UseStore; keys?: UseStore } = {};

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** The device cannot keep more: it is full, or the browser refuses storage. */
class NotKept extends Error {
  constructor(cause: unknown) {
    super('not kept', { cause });
    this.name = 'NotKept';
  }
}

function kept(): UseStore {
  stores.kept ??= createStore('dialogspejl-kept', 'kept');
  return stores.kept;
}

function keys(): UseStore {
  stores.keys ??= createStore('dialogspejl-keys', 'keys');
  return stores.keys;
}

let ready: Promise<CryptoKey> | undefined;

function key(): Promise<CryptoKey> {
  ready ??= makeKey().catch((cause) => {
    ready = undefined;
    throw cause;
  });
  return ready;
}

/** One key per browser; tabs that open together must not each make one. */
async function makeKey(): Promise<CryptoKey> {
  const find = async () => {
    const there = await get<CryptoKey>('key', keys());
    if (there) return there;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await set('key', made, keys());
    return made;
  };
  return navigator.locks ? navigator.locks.request('dialogspejl-key', find) : find();
}

async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), text) };
}

async function open<T>(sealed: Sealed): Promise<T | undefined> {
  // A key that cannot be fetched now is no reason to think that nothing can be read: that is the caller's to know.
  const opening = await key();
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv },
      opening,
      sealed.data,
    );
    return JSON.parse(new TextDecoder().decode(text)) as T;
  } catch {
    // Sealed with a key that is gone: it cannot be read by anyone any more.
    return undefined;
  }
}

const last = new Map<string, Promise<unknown>>();

/** What is done to one name is done in the order it was asked for: sealing takes longer than removing. */
function inOrder<T>(name: string, work: () => Promise<T>): Promise<T> {
  const done = (last.get(name) ?? Promise.resolve()).then(work, work);
  last.set(name, done);
  return done;
}

export const vault = {
  /** Throws {@link NotKept} where the device cannot keep it. */
  async put(name: string, value: unknown): Promise<void> {
    try {
      await inOrder(name, async () => set(name, await seal(value), kept()));
    } catch (cause) {
      throw new NotKept(cause);
    }
  },

  /** Sees all that was done to the name before it was asked for. */
  async get<T>(name: string): Promise<T | undefined> {
    try {
      const sealed = await inOrder(name, () => get<Sealed>(name, kept()));
      return sealed && (await open<T>(sealed));
    } catch {
      return undefined;
    }
  },

  async remove(name: string): Promise<void> {
    try {
      await inOrder(name, () => del(name, kept()));
    } catch {
      // Where nothing can be kept there is nothing to remove.
    }
  },

  /** All that is kept under names that begin so. */
  async all<T>(prefix: string): Promise<[name: string, value: T][]> {
    try {
      const found: [string, T][] = [];
      for (const [name, sealed] of await entries<string, Sealed>(kept())) {
        if (!name.startsWith(prefix)) continue;
        const value = await open<T>(sealed);
        if (value === undefined) await vault.remove(name);
        else found.push([name, value]);
      }
      return found;
    } catch {
      return [];
    }
  },

  /** Everything, and the key with it. */
  async clear(): Promise<void> {
    await Promise.allSettled(last.values());
    last.clear();
    ready = undefined;
    try {
      await clear(kept());
      await clear(keys());
    } catch {
      // As above.
    }
  },
};
