import { useSearchParams } from 'react-router';

/** What a list is narrowed to, in the page's address: ids, days and words of ours, and never what somebody has typed. */
export function useFilter<K extends string>(names: readonly K[]) {
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as Record<
    K,
    string
  >;
  function change(patch: Partial<Record<K, string>>) {
    const chosen = Object.entries({ ...filter, ...patch }).filter(([, value]) => value);
    setParams(Object.fromEntries(chosen) as Record<string, string>, { replace: true });
  }
  return { filter, change };
}
