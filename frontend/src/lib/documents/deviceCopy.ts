import type { Held } from './documentType';
import type { KeptKinds } from './held';
import type { Content } from './merge';

/** What a device keeps of a document that the service does not have yet. */
export interface Draft<T = Content> {
  kind: string;
  ref: string;
  base: Held<T>;
  mine: T;
  conflicted: string[];
  keptKinds?: KeptKinds;
}

/** Where drafts are kept; `undefined` removes. Rejects where the device cannot keep it. */
export type Keep = (draft: Draft | undefined) => Promise<void>;

/** The device's copy of what the service does not have yet: written one at a time, the newest last. */
export class DeviceCopy {
  private kept = true;
  private keeping: Promise<void> | undefined;
  private keepAgain = false;
  private closed = false;

  /**
   * @param draft what there is to keep now; undefined where the service has everything
   * @param told is called when the device begins or ceases to keep what it is given
   */
  constructor(
    private readonly keep: Keep,
    private readonly draft: () => Draft | undefined,
    private readonly told: () => void,
  ) {}

  /** Whether the device has kept what the service does not have; also where there is nothing to keep. */
  get isKept(): boolean {
    return this.kept;
  }

  /** What there is to keep has changed. */
  renew() {
    if (this.closed) return;
    if (this.keeping) {
      this.keepAgain = true;
      return;
    }
    this.keeping = this.keep(this.draft())
      .then(
        () => true,
        () => false,
      )
      .then((kept) => {
        this.keeping = undefined;
        if (this.kept !== kept) {
          this.kept = kept;
          this.told();
        }
        if (this.keepAgain) {
          this.keepAgain = false;
          this.renew();
        }
      });
  }

  /** Resolves when the device has kept, or could not keep, the newest text. */
  async written(): Promise<void> {
    while (this.keeping) await this.keeping;
  }

  /** Keeps nothing more. */
  close() {
    this.closed = true;
  }
}
