import type { Edit, Typing } from './markdown-edits.ts';

/** What stands in a field, and what is selected in it. */
export const typingIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typing => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
});

/** Changes what stands in a field as if it were typed: only so does the browser know how to take it back. */
export function typeInto(field: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isTyped =
    insert === ''
      ? from === to || document.execCommand('delete')
      : document.execCommand('insertText', false, insert);
  if (!isTyped) {
    field.setRangeText(insert, from, to);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start, end);
}
