/** Ids that come in the same order every time, so that what a test shows can be read again. */
export function createId(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`;
}
