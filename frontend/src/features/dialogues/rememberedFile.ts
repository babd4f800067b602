import { session } from '@/api/session';
import { vault } from '@/lib/keeping/vault';

/** By what a recording is known again on this device. None of it is ever sent. */
export interface FileMark {
  name: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the file's first and last MiB, in hexadecimal. */
  hash: string;
}

const place = (dialogueId: string) => `video:${session.person}:${dialogueId}`;

/** Which file on this device is the recording of a dialogue, as far as known: encrypted, and on this device alone. */
export const rememberedFile = {
  read: (dialogueId: string) => vault.get<FileMark>(place(dialogueId)),
  /** A device that cannot keep it asks nothing of anyone: the file is then not recognised next time. */
  keep: (dialogueId: string, mark: FileMark) =>
    vault.put(place(dialogueId), mark).catch(() => undefined),
  /** Once the recording is deleted nothing of it is left. */
  forget: (dialogueId: string) => vault.remove(place(dialogueId)),
};
