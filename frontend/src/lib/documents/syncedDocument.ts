import { connection } from '@/api/connection';
import { NoConnection, type Problem, ProblemError, type ProblemKind } from '@/api/problems';
import { session } from '@/api/session';
import { mayBeKept, personalDataOf } from '@/lib/personalData/personalData';
import { DeviceCopy, type Draft, type Keep } from './deviceCopy';
import type { DocumentType, Held } from './documentType';
import { type HeldBack, heldBack, type KeptKinds } from './held';
import { both, type Content, merge, same, sameContent } from './merge';

/**
 * `saved`: the service has it. `saving`: on its way. `offline`: kept on this device until the service can be
 * reached. `signedOut`: the same, until somebody signs in. `unkept`: neither the service nor the device could
 * take it. `refused`: the service says no, see the problem. `conflict`: the other changed the same field. `held`: a
 * field stays on this device, because there is personal data in it.
 */
export type SaveState =
  | 'saved'
  | 'saving'
  | 'offline'
  | 'signedOut'
  | 'unkept'
  | 'refused'
  | 'conflict'
  | 'held';

/** A field that both changed, with the words of each. */
export interface Conflict {
  field: string;
  theirs: unknown;
}

export interface Snapshot<T> {
  content: T;
  state: SaveState;
  conflicts: Conflict[];
  held: HeldBack[];
  problem: Problem | undefined;
}

const QUIET = 700;
const LONGEST_WAIT = 3_000;
const RETRY = 4_000;

/** What the service says no to now and not for good: the text is sent again by itself. */
const PASSING: ReadonlySet<ProblemKind> = new Set([
  'unexpected',
  'request-in-progress',
  'too-many-requests',
  'request-too-slow',
]);

/**
 * A document that is written here and elsewhere. Each change is kept on the device at once and sent a moment
 * after; a change made elsewhere is merged field by field. A field that both changed keeps both texts until the
 * reader chooses: theirs at the service, mine on the device. So does a field with personal data, until its writer keeps
 * it; all else is sent meanwhile.
 */
export class SyncedDocument<T extends Content, V = unknown> {
  private base: Held<T>;
  private mine: T;
  private conflicted: string[] = [];
  private keptKinds: KeptKinds = {};
  private looked: { mine: T; base: T; kept: KeptKinds; held: HeldBack[] } | undefined;
  private sending = false;
  private unsent = false;
  private problem: Problem | undefined;
  private waiting: Held<T> | undefined;
  /** Sent without an answer: the service may have it all the same. */
  private unanswered: T | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstUnsent = 0;
  private readonly device: DeviceCopy;
  private shown: Snapshot<T>;
  private readonly listeners = new Set<() => void>();
  private closed = false;

  constructor(
    private readonly type: DocumentType<T, V>,
    readonly ref: string,
    held: Held<T>,
    keep: Keep,
    private readonly told: () => void = () => undefined,
  ) {
    this.base = held;
    this.mine = held.content;
    this.device = new DeviceCopy(
      keep,
      () => this.draft(),
      () => this.publish(),
    );
    this.shown = this.look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.told();
    return () => {
      this.listeners.delete(listener);
      this.told();
    };
  };

  readonly snapshot = (): Snapshot<T> => this.shown;

  /** The version the service holds, as far as known here. */
  get version(): number {
    return this.base.version;
  }

  change(patch: Partial<T>) {
    this.mine = { ...this.mine, ...patch };
    this.problem = undefined;
    this.changed();
  }

  /** Settles a field that both changed: mine, theirs, or anything made of the two. */
  resolve(field: string, value: unknown) {
    this.mine = { ...this.mine, [field]: value };
    this.conflicted = this.conflicted.filter((name) => name !== field);
    this.changed();
  }

  /** The writer has seen the personal data in a field, and it is to be there. */
  keepPersonalData(field: string) {
    const kinds = personalDataOf(this.mine[field]).filter(mayBeKept);
    this.keptKinds = { ...this.keptKinds, [field]: kinds };
    this.changed();
  }

  /** Takes what the service holds now. */
  receive(held: Held<T>) {
    if (held.version <= this.base.version) return;
    if (this.sending) {
      this.waiting = held;
      return;
    }
    const { merged, conflicts } = merge(this.baseOf(held), this.mine, held.content);
    // A field already in conflict stays so, unless they now say the same.
    const still = this.conflicted.filter((f) => !same(this.mine[f], held.content[f]));
    for (const field of still) (merged as Content)[field] = this.mine[field];
    this.conflicted = [...new Set([...still, ...conflicts])];
    this.base = held;
    this.mine = merged;
    if (this.isDirty() || this.conflicted.length) this.changed();
    else this.settled();
  }

  /** What both began from: where the service holds what I sent, that was no edit of somebody else's. */
  private baseOf(held: Held<T>): T {
    const base: Content = { ...this.base.content };
    for (const [field, sent] of Object.entries(this.unanswered ?? {})) {
      if (same(sent, held.content[field])) base[field] = sent;
    }
    this.unanswered = undefined;
    return base as T;
  }

  /** What both say in a field, one after the other; undefined where that makes no value. */
  joined(field: string, first: unknown, second: unknown): unknown {
    return this.type.whole?.includes(field) ? undefined : both(first, second);
  }

  /** Takes up what was left behind, by a tab that was closed or a device that went out. */
  adopt(draft: Draft<T>) {
    const server = this.base;
    this.keptKinds = { ...draft.keptKinds, ...this.keptKinds };
    if (sameContent(this.mine, this.base.content)) {
      this.base = draft.base;
      this.mine = draft.mine;
      this.conflicted = draft.conflicted;
      this.receive(server);
    } else {
      const { merged, conflicts } = merge(draft.base.content, this.mine, draft.mine);
      for (const field of conflicts) {
        const [here, there] = [this.mine[field], draft.mine[field]];
        (merged as Content)[field] = this.joined(field, here, there) ?? (here || there);
      }
      this.mine = merged;
      const open = draft.conflicted.filter(
        (field) => !same(this.mine[field], this.base.content[field]),
      );
      this.conflicted = [...new Set([...this.conflicted, ...open])];
    }
    this.changed();
  }

  /** Sends what is unsent now. Resolves when the service has answered or cannot be reached. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.closed || this.sending) return;
    if (!this.isDirty()) {
      this.settled();
      return;
    }
    const sent = this.outgoing();
    this.sending = true;
    this.unsent = false;
    this.publish();
    let again: number | undefined;
    try {
      const view = await this.type.write(this.ref, sent, this.base.version);
      // What was sent, not what came back: the service may tidy a text that is still being written.
      this.base = { version: this.type.held(view).version, content: sent };
      this.unanswered = undefined;
      this.firstUnsent = 0;
      if (this.isDirty()) again = QUIET;
    } catch (error) {
      if (error instanceof NoConnection) this.unanswered = sent;
      again = this.refusedBy(error);
    } finally {
      this.sending = false;
    }
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) this.receive(waiting);
    if (again !== undefined) this.sendIn(again);
    else if (!this.isDirty()) this.settled();
    this.publish();
  }

  /** Flushes until the service has everything; false where it has not. */
  async saved(): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt++) {
      while (this.sending) await new Promise((resolve) => setTimeout(resolve, 30));
      if (!this.isDirty()) break;
      await this.flush();
      if (this.problem || this.unsent) break;
    }
    return !this.hasUnsaved();
  }

  /** The service can be reached again, or may be. */
  retry() {
    if (this.isDirty() && !this.problem) void this.flush();
    else this.publish();
  }

  /** Forgets what was not saved and shows what the service holds. */
  discard() {
    this.mine = this.base.content;
    this.conflicted = [];
    this.keptKinds = {};
    this.problem = undefined;
    this.settled();
  }

  /** Sends and keeps nothing more. */
  close() {
    this.closed = true;
    this.device.close();
    clearTimeout(this.timer);
  }

  /** Where it is written, if its name tells. */
  get page(): string | undefined {
    return this.type.page?.(this.ref);
  }

  /** Tells it from every other. */
  get name(): string {
    return `${this.type.kind}:${this.ref}`;
  }

  /** Whether the device has kept what the service does not have; also where there is nothing to keep. */
  get isKept(): boolean {
    return this.device.isKept;
  }

  /** Whether a page shows it. */
  get isShown(): boolean {
    return this.listeners.size > 0;
  }

  /** Resolves when the device has kept, or could not keep, the newest text. */
  keptAll(): Promise<void> {
    return this.device.written();
  }

  /** Whether there is something of mine that the service does not have. */
  hasUnsaved(): boolean {
    return this.isDirty() || this.conflicted.length > 0 || this.held().length > 0;
  }

  private refusedBy(error: unknown): number | undefined {
    if (error instanceof NoConnection) {
      this.unsent = true;
      return RETRY;
    }
    if (!(error instanceof ProblemError)) {
      // Nothing the reader can mend: it is told where faults are told, and tried again.
      reportError(error);
      this.unsent = true;
      return RETRY * 2;
    }
    if (error.kind === 'stale') {
      this.waiting = newest(this.waiting, this.type.held(error.problem.current as V));
      return 0;
    }
    if (PASSING.has(error.kind)) {
      this.unsent = true;
      return RETRY * 2;
    }
    this.problem = error.problem;
    return undefined;
  }

  /** What goes to the service: mine, but theirs where the two are not settled, and what was there where mine is held. */
  private outgoing(): T {
    const out: Content = { ...this.mine };
    for (const field of this.conflicted) out[field] = this.base.content[field];
    for (const { field } of this.held()) out[field] = this.base.content[field];
    return out as T;
  }

  /** Looked for anew only when something has changed. */
  private held(): HeldBack[] {
    const [mine, base, kept] = [this.mine, this.base.content, this.keptKinds];
    const { looked } = this;
    if (looked?.mine === mine && looked.base === base && looked.kept === kept) return looked.held;
    const held = heldBack(mine, base, kept);
    this.looked = { mine, base, kept, held };
    return held;
  }

  private isDirty(): boolean {
    return !sameContent(this.outgoing(), this.base.content);
  }

  private changed() {
    this.firstUnsent ||= Date.now();
    this.device.renew();
    if (!this.problem) {
      const waited = Date.now() - this.firstUnsent;
      this.sendIn(Math.max(0, Math.min(QUIET, LONGEST_WAIT - waited)));
    }
    this.publish();
  }

  private settled() {
    this.firstUnsent = 0;
    this.unsent = false;
    this.device.renew();
    this.publish();
  }

  private sendIn(delay: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private draft(): Draft | undefined {
    if (!this.hasUnsaved()) return undefined;
    const { ref, base, mine, conflicted, keptKinds } = this;
    return { kind: this.type.kind, ref, base, mine, conflicted, keptKinds };
  }

  private stateNow(): SaveState {
    if (this.problem) return 'refused';
    if (this.isDirty()) {
      const away = this.unsent || !connection.reachable || session.state === 'unreachable';
      if (session.state === 'expired') return this.device.isKept ? 'signedOut' : 'unkept';
      if (away) return this.device.isKept ? 'offline' : 'unkept';
    }
    if (this.conflicted.length) return 'conflict';
    if (this.held().length && !this.isDirty() && !this.sending) return 'held';
    return this.isDirty() || this.sending ? 'saving' : 'saved';
  }

  private look(): Snapshot<T> {
    return {
      content: this.mine,
      state: this.stateNow(),
      conflicts: this.conflicted.map((field) => ({ field, theirs: this.base.content[field] })),
      held: this.held(),
      problem: this.problem,
    };
  }

  private publish() {
    this.shown = this.look();
    for (const listener of this.listeners) listener();
    this.told();
  }
}

function newest<T>(a: Held<T> | undefined, b: Held<T>): Held<T> {
  return a && a.version > b.version ? a : b;
}
