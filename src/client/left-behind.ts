/**
 * What was typed and could not be kept on the server, since the session had ended or the line was down: it stays
 * in this tab, and is there again once its writer is back.
 */

const keyOf = (keeper: HTMLElement) => `draft ${keeper.dataset.of} ${keeper.getAttribute('src')}`;

export function leaveBehind(keeper: HTMLElement, typed: string): void {
  try {
    sessionStorage.setItem(keyOf(keeper), typed);
  } catch {
    // A browser that keeps nothing, or no more than it has.
  }
}

export const forgetLeft = (keeper: HTMLElement): void => sessionStorage.removeItem(keyOf(keeper));

/** Puts what was left behind back into its form; answers whether there was something. */
export function bringBack(keeper: HTMLElement, form: HTMLFormElement): boolean {
  const left = sessionStorage.getItem(keyOf(keeper));
  if (!left) return false;
  for (const [name, value] of new URLSearchParams(left)) {
    const field = form.elements.namedItem(name);
    if (isWritten(field)) field.value = value;
  }
  for (let at = form.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
  return true;
}

type Written = HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement | RadioNodeList;

/** Whether somebody fills it in; the rest belongs to one drawing of the form. */
const isWritten = (field: Element | RadioNodeList | null): field is Written =>
  field instanceof RadioNodeList ||
  Boolean(field?.matches('textarea, select, input:not([type=hidden], [type=checkbox], [type=file])'));
