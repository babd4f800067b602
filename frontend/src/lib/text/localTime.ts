/** An instant as the field for date and time holds it, in the time of the device. */
export function localTime(instant: string | number): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
