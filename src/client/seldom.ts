/** Elements that most pages do without: the first page that has one fetches what it does. */
const seldom: Readonly<Record<string, () => Promise<unknown>>> = {
  'draft-keeper': () => import('./draft-keeper.ts'),
  'text-tools': () => import('./writing.ts'),
};

function fetchMissing(): void {
  for (const [name, load] of Object.entries(seldom))
    if (document.querySelector(`${name}:not(:defined)`)) void load();
}

fetchMissing();
// Turbo brings whole pages, and a live one parts of them
new MutationObserver(fetchMissing).observe(document.documentElement, { childList: true, subtree: true });
