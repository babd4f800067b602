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
  } catch {
    root.setAttribute('data-mantine-color-scheme', 'light');
  }
})();
