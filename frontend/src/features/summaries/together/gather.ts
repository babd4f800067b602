/** Soon enough to be about now, and late enough to hold more than the first key stroke. */
const FIRST = 1_000;
/** A voice that says the same every few seconds is turned off. */
const PAUSE = 10_000;

/** Gathers names and says them together, at most once in ten seconds. */
export interface Gatherer {
  add(names: Iterable<string>): void;
  end(): void;
}

export function gather(say: (names: string[]) => void): Gatherer {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quietUntil = 0;

  function speak() {
    timer = undefined;
    quietUntil = Date.now() + PAUSE;
    const names = [...waiting];
    waiting.clear();
    say(names);
  }

  return {
    add(names) {
      for (const name of names) waiting.add(name);
      if (waiting.size === 0) return;
      timer ??= setTimeout(speak, Math.max(FIRST, quietUntil - Date.now()));
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      waiting.clear();
    },
  };
}
