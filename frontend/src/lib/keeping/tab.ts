/**
 * Names this tab, and holds a lock in its name for as long as it lives, so that other tabs can tell text that
 * is still being written from text that was left behind.
 */
export const tab = crypto.randomUUID();

const name = (id: string) => `dialogspejl-tab-${id}`;

const held = new Promise<void>((resolve) => {
  if (!navigator.locks) {
    resolve();
    return;
  }
  void navigator.locks.request(name(tab), () => {
    resolve();
    return new Promise(() => undefined);
  });
});

/** The tabs of this browser that are open, this one among them. */
export async function openTabs(): Promise<(id: string) => boolean> {
  if (!navigator.locks) return (id) => id === tab;
  await held;
  const { held: locks = [] } = await navigator.locks.query();
  const names = new Set(locks.map((lock) => lock.name));
  return (id) => names.has(name(id));
}
