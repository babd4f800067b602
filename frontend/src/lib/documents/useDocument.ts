import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { documents } from './documents';
import type { DocumentType } from './documentType';
import type { Content } from './merge';
import type { Snapshot, SyncedDocument } from './syncedDocument';

/** A document as a page uses it. */
export interface OpenDocument<T extends Content, V> extends Snapshot<T> {
  change: (patch: Partial<T>) => void;
  document: SyncedDocument<T, V>;
}

/**
 * Opens a document on what a query answered. `type` is a constant of its feature; `ref` names the document
 * within its kind.
 */
export function useDocument<T extends Content, V>(
  type: DocumentType<T, V>,
  ref: string,
  view: V,
): OpenDocument<T, V> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer view is received below, by the same document.
  const document = useMemo(() => documents.open(type, ref, view), [type, ref]);
  useEffect(() => document.receive(type.held(view)), [document, type, view]);
  const snapshot = useSyncExternalStore(document.subscribe, document.snapshot);
  return { ...snapshot, document, change: (patch) => document.change(patch) };
}
