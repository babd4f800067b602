// Runs before the first paint, so that neither colours nor the page's language flash.
(() => {
  const root = document.documentElement;
  try {
    const scheme = localStorage.getItem('mantine-color-scheme-value');
    const dark =
      scheme === 'dark' ||
      (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    root.lang = localStorage.getItem('dialogspejl-language') === 'en' ? 'en' : 'da';
    // The session is renewed while the app is on its way; `src/api/session.ts` takes the answer.
    if (localStorage.getItem('dialogspejl-signed-in')) {
      const renew = () =>
        fetch('/api/v1/session/refresh', {
          method: 'POST',
          headers: { 'Accept-Language': root.lang },
          signal: AbortSignal.timeout(20_000),
        });
      window.dialogspejlRenewal = navigator.locks
        ? navigator.locks.request('dialogspejl-session', renew)
        : renew();
      window.dialogspejlRenewal.catch(() => undefined);
    }
  } catch {
    root.setAttribute('data-mantine-color-scheme', 'light');
  }
})();
