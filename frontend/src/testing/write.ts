import type { UserEvent } from '@testing-library/user-event';

/** Writes at the end of a field in one go: key by key takes a busy machine too long. */
export async function write(person: UserEvent, field: HTMLElement, text: string) {
  await person.click(field);
  await person.paste(text);
}
