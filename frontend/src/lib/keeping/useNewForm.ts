import { useKept } from './useKept';

/**
 * A form of something new, with the key that lets the service know a second attempt from a second thing: made when it
 * is sent first, and kept with the form until it is sent or given up.
 *
 * @param name tells the form from others
 */
export function useNewForm<F extends object>(name: string, nothing: F) {
  const { value, change, ...form } = useKept<F & { key?: string }>(name, nothing);
  return {
    ...form,
    value: value as F,
    change: (patch: Partial<F>) => change(patch as Partial<F & { key?: string }>),
    key() {
      const key = value.key ?? crypto.randomUUID();
      if (!value.key) change({ key } as Partial<F & { key?: string }>);
      return key;
    },
  };
}
