import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Schemas } from '@/api/client';
import { firstName, otherName, usePresent } from '@/features/rounds';
import type { DocumentType } from '@/lib/documents/documentType';
import { type Content, same } from '@/lib/documents/merge';
import { type OpenDocument, useDocument } from '@/lib/documents/useDocument';
import { gather } from './gather';
import { makeTeller } from './teller';

/** How long the trace of the other's words stays at a field. */
const TRACE = 6_000;

/** A document that two write in at the same time, and where the other is in it. */
export interface Together<T extends Content, V> extends OpenDocument<T, V> {
  /** The other's first name. */
  name: string;
  /** The fields that changed elsewhere within the last seconds. */
  wroteIn: ReadonlySet<string>;
  /** The field that the other is in now. */
  writesIn: string | undefined;
  /** The fields to read aloud as changed by the other, gathered so that a voice is not always speaking. */
  told: string[];
  /** For the field's focus and blur, so that the other can see where one is. */
  here: (field: string) => { onFocus: () => void; onBlur: () => void };
}

/**
 * Opens a document for two.
 *
 * @param mineLast whether the newest answer says that the reader wrote last: then what changed came from another of
 *   their own screens. Undefined where the answer does not tell.
 */
export function useTogether<T extends Content, V>(
  type: DocumentType<T, V>,
  round: Schemas['RoundView'],
  view: V,
  mineLast?: boolean,
): Together<T, V> {
  const doc = useDocument(type, round.id, view);
  const { wroteIn, told, own } = useTheirWords(doc, mineLast && type.held(view).version);
  const name = otherName(round);
  const writesIn = usePresent().find(({ person }) => firstName(person.name) === name)?.field;
  const here = useHere(round.id);
  const change = (patch: Partial<T>) => {
    own(patch);
    doc.change(patch);
  };
  return { ...doc, change, name, wroteIn, writesIn, told, here };
}

function useTheirWords<T extends Content, V>(
  { content, conflicts, document }: OpenDocument<T, V>,
  versionByMe: number | false | undefined,
) {
  const seen = useRef(content);
  const unsettled = useRef(conflicts);
  const mine = useRef<Content>({});
  const [wroteIn, setWroteIn] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<string[]>([]);
  const [voice] = useState(() => gather(setTold));
  const traces = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const before = seen.current;
    seen.current = content;
    // What was in conflict is settled by the reader, whichever text they chose.
    const chosen = unsettled.current.map(({ field }) => field);
    unsettled.current = conflicts;
    const changed = Object.keys(content).filter(
      (field) =>
        !same(content[field], before[field]) &&
        !same(content[field], mine.current[field]) &&
        !chosen.includes(field),
    );
    if (changed.length === 0 || versionByMe === document.version) return;
    setWroteIn((now) => new Set([...now, ...changed]));
    voice.add(changed);
    const trace = setTimeout(() => {
      traces.current.delete(trace);
      setWroteIn((now) => new Set([...now].filter((field) => !changed.includes(field))));
    }, TRACE);
    traces.current.add(trace);
  }, [content, conflicts, document, versionByMe, voice]);

  useEffect(() => {
    const running = traces.current;
    return () => {
      voice.end();
      for (const trace of running) clearTimeout(trace);
    };
  }, [voice]);

  const own = useCallback((patch: Content) => {
    mine.current = { ...mine.current, ...patch };
  }, []);
  return { wroteIn, told, own };
}

/** Tells the service which field one is in. It is a courtesy: where it fails nothing else does. */
function useHere(roundId: string) {
  const [teller] = useState(() =>
    makeTeller((field) => {
      api
        .PUT('/api/v1/rounds/{roundId}/presence', {
          params: { path: { roundId } },
          body: field === undefined ? {} : { field },
        })
        .catch(() => undefined);
    }),
  );
  useEffect(() => () => teller.end(), [teller]);
  return (field: string) => ({
    onFocus: () => teller.enter(field),
    onBlur: () => teller.leave(field),
  });
}
