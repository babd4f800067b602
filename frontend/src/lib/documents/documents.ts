import { connection } from '@/api/connection';
import { session } from '@/api/session';
import { openTabs, tab } from '@/lib/keeping/tab';
import { formsOf } from '@/lib/keeping/useKept';
import { vault } from '@/lib/keeping/vault';
import type { Draft, Keep } from './deviceCopy';
import type { DocumentType } from './documentType';
import type { Content } from './merge';
import { SyncedDocument } from './syncedDocument';

/** The documents that are open in this tab, or still have something to send. */
const open = new Map<string, SyncedDocument<Content>>();

/** Those that wait for the reader without a page that shows them. */
let stuck: SyncedDocument<Content>[] = [];
const listeners = new Set<() => void>();

function look() {
  const now = [...open.values()].filter(
    (document) =>
      !document.isShown &&
      ['refused', 'conflict', 'unkept', 'held'].includes(document.snapshot().state),
  );
  if (now.length === stuck.length && now.every((document, i) => document === stuck[i])) return;
  stuck = now;
  for (const listener of listeners) listener();
}

const draftsOf = (person: string | undefined) => `draft:${person}:`;

function keeper(kind: string, ref: string): Keep {
  const name = `${draftsOf(session.person)}${tab}:${kind}:${ref}`;
  return (draft) => (draft ? vault.put(name, draft) : vault.remove(name));
}

export const documents = {
  /** The document by that name, which takes what the service holds now. */
  open<T extends Content, V>(type: DocumentType<T, V>, ref: string, view: V): SyncedDocument<T, V> {
    const key = `${type.kind}:${ref}`;
    const there = open.get(key) as SyncedDocument<T, V> | undefined;
    if (there) {
      there.receive(type.held(view));
      return there;
    }
    const made = new SyncedDocument(type, ref, type.held(view), keeper(type.kind, ref), look);
    open.set(key, made as unknown as SyncedDocument<Content>);
    return made;
  },

  /**
   * Takes up what earlier tabs left behind and sends it, whether or not its page is open.
   *
   * @param typeOf finds the kind of a draft
   */
  async resume(
    typeOf: (kind: string) => Promise<DocumentType<Content> | undefined>,
  ): Promise<void> {
    const isOpen = await openTabs();
    const prefix = draftsOf(session.person);
    for (const [name, draft] of await vault.all<Draft>(prefix)) {
      const owner = name.slice(prefix.length).split(':')[0] ?? '';
      const type = isOpen(owner) ? undefined : await typeOf(draft.kind);
      if (!type) continue;
      const key = `${draft.kind}:${draft.ref}`;
      const document =
        open.get(key) ??
        new SyncedDocument(type, draft.ref, draft.base, keeper(draft.kind, draft.ref), look);
      open.set(key, document);
      document.adopt(draft);
      await document.keptAll();
      // Where the device is full the earlier copy is the only one.
      if (document.isKept) await vault.remove(name);
    }
  },

  /**
   * Whether this device holds anything of the reader's that the service does not have: from this tab or another, and
   * what is filled in but not sent.
   */
  async leftOnDevice(): Promise<boolean> {
    await Promise.all([...open.values()].map((document) => document.keptAll()));
    const drafts = await vault.all(draftsOf(session.person));
    const forms = await vault.all(formsOf(session.person));
    return drafts.length + forms.length > 0;
  },

  /** Sends all that is unsent; false where something remains. */
  async saved(): Promise<boolean> {
    const results = await Promise.all([...open.values()].map((document) => document.saved()));
    return results.every(Boolean);
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    look();
    return () => listeners.delete(listener);
  },

  /** What could not be sent as it is, and no page shows; for {@link documents.subscribe}. */
  stuck(): SyncedDocument<Content>[] {
    return stuck;
  },

  /** At sign-out: sends and keeps nothing more. Resolves when the device is being written to no longer. */
  async closeAll(): Promise<void> {
    const closing = [...open.values()];
    for (const document of closing) document.close();
    open.clear();
    await Promise.all(closing.map((document) => document.keptAll()));
    look();
  },
};

function retryAll() {
  for (const document of open.values()) document.retry();
}

connection.subscribe(retryAll);
session.subscribe(retryAll);

// The last moment a page is sure to get: a closed tab or a locked phone says nothing later.
globalThis.document?.addEventListener('visibilitychange', () => {
  if (globalThis.document.visibilityState === 'hidden') {
    for (const document of open.values()) document.retry();
  }
});
