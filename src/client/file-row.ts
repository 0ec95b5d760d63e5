const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} MB`;

/** A chosen file in the list, and what becomes of it. */
export interface Row {
  readonly element: HTMLElement;
  sending(): void;
  /** How much of it is there, from 0 to 1. */
  progress(part: number): void;
  /** The server keeps it under this id, which goes along with the form. */
  there(id: string, size: number): void;
  failed(words: string, again: boolean): void;
}

interface Acts {
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** Draws the row of a file: its name, its size, how far it is, and buttons to try again and to take it away. */
export function fileRow(file: File, words: DOMStringMap, { onRetry, onRemove }: Acts): Row {
  const element = document.createElement('li');
  element.className = 'flex flex-wrap items-center gap-x-3 gap-y-1 py-1';
  const name = document.createElement('span');
  name.dir = 'auto';
  const title = (size: number) => (name.textContent = `${file.name} (${sizeOf(size)})`);
  title(file.size);
  const state = document.createElement('span');
  const bar = document.createElement('progress');
  bar.className = 'progress progress-primary w-24';
  bar.max = 1;
  bar.ariaLabel = `${words.sending}: ${file.name}`;
  const button = (label: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-ghost btn-sm';
    made.textContent = label;
    made.ariaLabel = `${label}: ${file.name}`;
    made.addEventListener('click', act);
    return made;
  };
  const retry = button(words.retry ?? '', onRetry);
  const remove = button(words.remove ?? '', onRemove);
  const show = (text: string, ...parts: Element[]) => {
    state.textContent = text;
    element.replaceChildren(...element.querySelectorAll('img'), name, state, ...parts, remove);
  };
  show('');
  return {
    element,
    sending() {
      state.className = 'text-secondary';
      bar.removeAttribute('value');
      show('', bar);
    },
    progress: (part) => (bar.value = part),
    there(id, size) {
      // ticked by hand, so to speak: a page that fetches itself anew leaves the form alone
      const kept = document.createElement('input');
      Object.assign(kept, { type: 'checkbox', name: 'kept', value: id, checked: true, hidden: true });
      title(size);
      state.className = 'text-success';
      show(`✓ ${words.sent}`, kept);
    },
    failed(text, again) {
      state.className = 'font-medium text-error';
      show(`▲ ${text}`, ...(again ? [retry] : []));
    },
  };
}
