import { useTranslation } from 'react-i18next';

/** Dates and numbers as the reader's language writes them, in the time of the reader's device. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? english : danish;
}

type Format = ReturnType<typeof format>;

const danish = format('da-DK');
const english = format('en-GB');

/** Making a formatter takes longer than drawing what it is for: each is made once, when first used. */
function format(locale: string) {
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const date = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, options));
  const day = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = date({ day: 'numeric', month: 'short' });
  const moment = date({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const clock = date({ hour: '2-digit', minute: '2-digit' });
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    /** A day (`2026-12-01`) or the day of an instant: 1. december 2026. */
    day: (value: string) => day().format(dayOrInstant(value)),
    /** 1. dec. */
    shortDay: (value: string) => shortDay().format(dayOrInstant(value)),
    /** A period whose end is the day after its last. */
    period: (from: string, until: string) =>
      day().formatRange(dayOrInstant(from), dayOrInstant(dayBefore(until))),
    /** An instant: ons. 2. dec. 09.20. */
    moment: (instant: string) => moment().format(new Date(instant)),
    /** An instant's time of day. */
    clock: (instant: string | number) => clock().format(new Date(instant)),
    /** Anna, Bo og Mette. */
    list: (items: string[]) => list().format(items),
  };
}

/** A day has no time zone: it is read as noon, so that no zone moves it. */
function dayOrInstant(value: string): Date {
  return new Date(value.length === 10 ? `${value}T12:00:00` : value);
}

/** Today as the device has it, as `2026-12-01`. */
export function today(): string {
  return dayOf(new Date());
}

/** A moment's day on this device, as `2026-12-01`. */
export function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days later (or earlier). */
export function addDays(day: string, days: number): string {
  const date = dayOrInstant(day);
  date.setDate(date.getDate() + days);
  return dayOf(date);
}

/** The last day of a period that is given by the day after it. */
export function dayBefore(day: string): string {
  return addDays(day, -1);
}

/** 4:05, or 1:04:05. */
export function timecode(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
