/** A closed lock: what stands beside it is for colleagues only. */
export const LockIcon = () => (
  <svg aria-hidden="true" viewBox="0 0 16 16" class="size-4 shrink-0 fill-current">
    <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7h1Zm2 0h4V5a2 2 0 0 0-4 0v2Z" />
  </svg>
);
