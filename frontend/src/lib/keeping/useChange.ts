import { useMutation } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { isProblem } from '@/api/problems';
import { useKept } from './useKept';

interface Options<F> {
  /** Tells the form from others; ids only. */
  name: string;
  /** What is to be changed, as the page has it now. */
  of: { version: number };
  /** The form of that, before anything is changed. */
  initial: F;
  put: (form: F, header: ReturnType<typeof ifMatch>) => Promise<unknown>;
  /** The form of what it turns out to be now, where what is left alone in the form is to follow what others choose. */
  following?: (current: never) => F;
  /** Once it is changed, or given up. */
  onDone: (changed: boolean) => void;
  onSettled: () => unknown;
}

interface Begun<F> {
  /** What has been changed. */
  fields: Partial<F>;
  /** What that began from; nothing until then. */
  version?: number;
  initial?: F;
}

/**
 * Changes something by a form that is kept on the device with the version it began from: what somebody else has changed
 * meanwhile is not written over before one has been told so.
 */
export function useChange<F extends object>(options: Options<F>) {
  const form = useKept<Begun<F>>(options.name, { fields: {} });
  const { version = options.of.version, initial = options.initial } = form.value;
  const fields = { ...initial, ...form.value.fields };
  const saving = useMutation({
    mutationFn: () => options.put(fields, ifMatch(version)),
    onSuccess: () => end(true),
    onError: (error) => {
      // Told of it now: whoever sends it again means to.
      if (isProblem(error, 'stale') && error.problem.current) {
        const current = error.problem.current as unknown as Options<F>['of'];
        form.change({
          version: current.version,
          initial: options.following ? options.following(current as never) : initial,
        });
      }
    },
    onSettled: options.onSettled,
  });

  function end(changed: boolean) {
    form.forget();
    options.onDone(changed);
  }

  return {
    fields,
    change: (patch: Partial<F>) =>
      form.change({ version, initial, fields: { ...form.value.fields, ...patch } }),
    saving,
    /** Whether what was begun was found on the device. */
    restored: form.restored,
    /** Gives it up. */
    done: () => end(false),
    /** Whether somebody else has changed it since the form began. */
    stale: isProblem(saving.error, 'stale'),
  };
}
