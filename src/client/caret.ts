/** What decides where a letter stands. */
const shaping = ['font', 'letterSpacing', 'lineHeight', 'padding', 'boxSizing', 'direction'] as const;

/** Where a place in a field's text stands, below its line, seen from the field's own corner. */
export function caretIn(field: HTMLTextAreaElement, at: number): { left: number; top: number } {
  const style = getComputedStyle(field);
  const mirror = document.createElement('div');
  for (const name of shaping) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    width: `${field.clientWidth}px`,
  });
  const mark = document.createElement('span');
  mark.textContent = field.value.slice(at, at + 1) || '.';
  mirror.append(field.value.slice(0, at), mark);
  field.parentElement!.append(mirror);
  const { offsetLeft, offsetTop, offsetHeight } = mark;
  mirror.remove();
  return { left: offsetLeft, top: offsetTop + offsetHeight - field.scrollTop };
}
