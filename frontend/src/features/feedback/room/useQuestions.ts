import { useLayoutEffect, useRef, useState } from 'react';
import { moved, newRow, type Row, rowsFor } from './rows';

/** The most questions on one topic that the service takes. */
export const MOST_QUESTIONS = 20;

/** What was removed last, and from where, so that it can be put back. */
interface Removed {
  text: string;
  at: number;
}

/** Where the focus belongs after a change: a part of a row, by its `data-part`. */
type Focus = { id: string; part: 'text' | 'up' | 'down' } | 'add' | 'undo';

/**
 * A list of questions that is edited in place. What it holds belongs to the document; the names of its rows and the
 * focus belong here.
 */
export function useQuestions(questions: readonly string[], change: (next: string[]) => void) {
  const [known, setKnown] = useState(() => rowsFor(questions, []));
  const rows = rowsFor(questions, known);
  // Changed elsewhere, in another tab: the names of the new rows must last, too.
  if (rows.length !== known.length || rows.some((row, at) => row !== known[at])) setKnown(rows);
  const [removed, setRemoved] = useState<Removed>();
  const [movedTo, setMovedTo] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const focus = useRef<Focus | undefined>(undefined);

  useLayoutEffect(() => {
    const wanted = focus.current;
    if (!wanted) return;
    focus.current = undefined;
    const find = (selector: string) =>
      list.current?.querySelector<HTMLElement>(`${selector}:not(:disabled)`);
    if (typeof wanted === 'string') {
      find(`[data-part="${wanted}"]`)?.focus();
      return;
    }
    const row = `[data-row="${wanted.id}"]`;
    (find(`${row} [data-part="${wanted.part}"]`) ?? find(`${row} textarea`))?.focus();
  });

  function become(next: Row[], then?: Focus) {
    setKnown(next);
    focus.current = then;
    change(next.map(({ text }) => text));
  }

  return {
    rows,
    list,
    removed,
    /** The place, from 1, that a question was last moved to. */
    movedTo,

    write(id: string, text: string) {
      become(rows.map((row) => (row.id === id ? { ...row, text } : row)));
    },

    /** A new one, after `id` or last. */
    add(id?: string) {
      if (rows.length >= MOST_QUESTIONS) return;
      const at = id ? rows.findIndex((row) => row.id === id) + 1 : rows.length;
      const row = newRow('');
      become(rows.toSpliced(at, 0, row), { id: row.id, part: 'text' });
    },

    move(id: string, by: 1 | -1) {
      const from = rows.findIndex((row) => row.id === id);
      become(moved(rows, from, from + by), { id, part: by < 0 ? 'up' : 'down' });
      setMovedTo(from + by + 1);
    },

    remove(id: string) {
      const at = rows.findIndex((row) => row.id === id);
      const text = rows[at]?.text ?? '';
      setRemoved(text.trim() ? { text, at } : undefined);
      become(
        rows.filter((row) => row.id !== id),
        text.trim() ? 'undo' : 'add',
      );
    },

    putBack() {
      if (!removed) return;
      const row = newRow(removed.text);
      setRemoved(undefined);
      become(rows.toSpliced(removed.at, 0, row), { id: row.id, part: 'text' });
    },
  };
}
