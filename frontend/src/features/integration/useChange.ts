import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { isProblem } from '@/api/problems';
import { useKept } from '@/lib/keeping/useKept';

interface Options<F> {
  /** Tells the form from others; ids only. */
  name: string;
  /** What is to be changed, as the page has it now. */
  of: { version: number };
  /** The form as it is before anything is changed. */
  initial: F;
  put: (form: F, header: ReturnType<typeof ifMatch>) => Promise<unknown>;
  /** Once it is changed, or given up. */
  onDone: () => void;
  onSettled: () => unknown;
}

/**
 * Changes something by a form that is kept on the device with the version it began from: what somebody else has changed
 * meanwhile is not written over before one has been told so.
 */
export function useChange<F extends object>(options: Options<F>) {
  const [begun] = useState(() => ({ fields: options.initial, version: options.of.version }));
  const form = useKept(options.name, begun);
  const { fields, version } = form.value;
  const saving = useMutation({
    mutationFn: () => options.put(fields, ifMatch(version)),
    onSuccess: done,
    onError: (error) => {
      // Told of it now: whoever sends it again means to.
      if (isProblem(error, 'stale') && error.problem.current) {
        form.change({ version: (error.problem.current as unknown as Options<F>['of']).version });
      }
    },
    onSettled: options.onSettled,
  });

  function done() {
    form.forget();
    options.onDone();
  }

  return {
    fields,
    change: (patch: Partial<F>) => form.change({ fields: { ...fields, ...patch } }),
    saving,
    done,
    /** Whether somebody else has changed it since the form began. */
    stale: isProblem(saving.error, 'stale'),
  };
}
