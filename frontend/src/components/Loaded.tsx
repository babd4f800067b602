import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './ProblemNotice';

/** As much of a query as it takes to show what it answered. */
export interface Answer<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<T extends readonly unknown[]> {
  of: { [K in keyof T]: Answer<T[K]> };
  /** The shape of what is coming. */
  shape: ReactNode;
  children: (...data: T) => ReactNode;
}

/**
 * Shows what queries answered: their shape until all have, a problem where one failed, and what is known
 * already where a later attempt fails.
 */
export function Loaded<T extends readonly unknown[]>({ of, shape, children }: Props<T>) {
  const { t } = useTranslation();
  const missing = of.filter((query) => query.data === undefined);
  // What has just come is drawn in pieces, so that a tap need not wait for all of it.
  const drawn = useDeferredValue(missing.length === 0);
  const failed = missing.find((query) => query.error);
  if (failed) {
    return (
      <ProblemNotice
        error={failed.error}
        retry={() => of.forEach((query) => void query.refetch())}
      />
    );
  }
  if (missing.length || !drawn) {
    return (
      <div aria-busy="true">
        <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
        <div aria-hidden="true">{shape}</div>
      </div>
    );
  }
  return children(...(of.map((query) => query.data) as unknown as T));
}
