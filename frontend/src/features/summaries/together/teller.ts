/** Between leaving one field and entering the next nothing is told. */
const SETTLE = 250;
/** Told again while it is true, in case the service has forgotten. */
const AGAIN = 30_000;

/** Tells in which field one writes: only when it has changed, and not each step on the way. */
export interface Teller {
  enter(field: string): void;
  leave(field: string): void;
  /** Tells at once that one writes nowhere, if anything else was said. */
  end(): void;
}

/** @param send takes the field, or undefined for none */
export function makeTeller(send: (field: string | undefined) => void): Teller {
  let wanted: string | undefined;
  let told: string | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setInterval> | undefined;

  function tell() {
    clearTimeout(settling);
    settling = undefined;
    if (told === wanted) return;
    told = wanted;
    clearInterval(again);
    send(told);
    if (told !== undefined) again = setInterval(() => send(told), AGAIN);
  }

  function want(field: string | undefined) {
    wanted = field;
    clearTimeout(settling);
    settling = setTimeout(tell, SETTLE);
  }

  return {
    enter: want,
    leave(field) {
      if (wanted === field) want(undefined);
    },
    end() {
      wanted = undefined;
      tell();
    },
  };
}
