/** Rows of a list that is edited, each with a name of its own, so that the focus stays with what is moved. */
export interface Row {
  id: string;
  text: string;
}

let made = 0;

export function newRow(text: string): Row {
  made += 1;
  return { id: `row-${made}`, text };
}

/** The rows for these texts: those that are there already keep their names. */
export function rowsFor(texts: readonly string[], before: readonly Row[]): Row[] {
  const free = [...before];
  const take = (is: (row: Row, at: number) => boolean) => {
    const at = free.findIndex(is);
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  if (texts.length === before.length && texts.every((text, i) => text === before[i]?.text)) {
    return [...before];
  }
  return texts.map((text) => take((row) => row.text === text) ?? newRow(text));
}

/** With the row at `from` moved to `to`; as it is where there is no such place. */
export function moved(rows: readonly Row[], from: number, to: number): Row[] {
  const next = [...rows];
  const row = next[from];
  if (!row || to < 0 || to >= next.length) return next;
  next.splice(from, 1);
  next.splice(to, 0, row);
  return next;
}
