/**
 * Resolves when the page has had so long to show itself and the browser has nothing more urgent to do: for what a
 * page can be read without.
 *
 * @param milliseconds how long at least
 */
export async function later(milliseconds = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  // Safari has none; there the time has to do.
  if (!('requestIdleCallback' in globalThis)) return;
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
}
