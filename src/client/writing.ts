/** What only pages have where somebody writes to somebody else. */
import './text-tools.ts';
import './name-list.ts';

/** Whoever asked how a text will read is shown all of it with the buttons after it, where that fits. */
document.addEventListener('focusin', ({ target }) => {
  const preview = (target as Element).closest('section[autofocus]');
  if (preview === target) requestAnimationFrame(() => preview?.scrollIntoView({ block: 'nearest' }));
});
