import type { Page } from '@playwright/test';

/** What a browser keeps on the device. */
export interface Kept {
  /** Names of what is kept, which are ids and kinds. */
  names: string[];
  /** All of it as one reads it who opens the files: keys, values and bytes, of storage and databases. */
  all: string;
}

/** Looks into everything that the page's origin keeps. Bytes are read as text, as a thief would. */
export async function keptOn(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const names: string[] = [];
    const parts: string[] = [];
    const read = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes =
          value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer);
        return new TextDecoder().decode(bytes) + new TextDecoder('utf-16').decode(bytes);
      }
      if (value && typeof value === 'object') {
        return Object.entries(value)
          .map(([key, inner]) => `${key} ${read(inner)}`)
          .join(' ');
      }
      return String(value);
    };
    for (const storage of [localStorage, sessionStorage]) {
      for (const [key, value] of Object.entries(storage)) parts.push(key, String(value));
    }
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const entries = database.transaction(store).objectStore(store);
        const all = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve) => {
            request.onsuccess = () => resolve(request.result);
          });
        const [keys, values] = await Promise.all([
          all(entries.getAllKeys()),
          all(entries.getAll()),
        ]);
        names.push(...keys.map(String));
        parts.push(...keys.map(String), ...values.map(read));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        parts.push(request.url);
        const type = (await cache.match(request))?.headers.get('content-type') ?? '';
        if (type.includes('json')) parts.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    return { names, all: parts.join('\n') };
  });
}
