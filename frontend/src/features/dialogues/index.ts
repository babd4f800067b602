export { Held } from './Channel';
export { DeletionReminders } from './DeletionReminders';
export { RecordingDeletion } from './RecordingDeletion';
export { type FileMark, rememberedFile } from './rememberedFile';
export { useDialogues } from './useDialogues';
