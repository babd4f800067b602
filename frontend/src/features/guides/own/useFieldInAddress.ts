import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Puts the focus into the field that the address names, once the page shows it. */
export function useFieldInAddress() {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time one comes, also to the same field.
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.focus();
  }, [hash, key]);
}
