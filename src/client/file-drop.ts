import { problemWith } from './file-limits.ts';
import { fileRow } from './file-row.ts';
import { pastedFiles } from './pasted-files.ts';

/** Files by dragging, pasting or a phone’s camera, kept in the plain file field, which is sent as it always is. */
class FileDrop extends HTMLElement {
  #listening = new AbortController();
  #input: HTMLInputElement | null = null;
  #files: File[] = [];
  #pasted = 0;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const input = this.querySelector<HTMLInputElement>('input[name=files]');
    // Turbo may put the element into a page before what is in it.
    if (input) this.#listen(input, { signal });
    else document.addEventListener('turbo:render', () => this.connectedCallback(), { once: true, signal });
  }

  #listen(input: HTMLInputElement, options: AddEventListenerOptions): void {
    const form = this.closest('form');
    const camera = this.querySelector<HTMLInputElement>('[data-camera] input');
    this.#input = input;
    this.#files = [...(input.files ?? [])];
    input.addEventListener('change', () => this.#add(input.files), options);
    camera?.addEventListener('change', () => this.#add(camera.files), options);
    form?.addEventListener('change', () => this.#problem(), options);
    form?.addEventListener('paste', (event) => this.#paste(event), options);
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      form?.addEventListener(type, (event) => this.#drag(event), options);
    form?.addEventListener('submit', (event) => this.#hold(event), { ...options, capture: true });
    form?.addEventListener('turbo:submit-end', (event) => this.#handedIn(event), options);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  /** The page that comes back lists these files as received; Turbo would leave them chosen beside that. */
  #handedIn(event: Event): void {
    if (!(event as CustomEvent<{ fetchResponse?: object }>).detail.fetchResponse) return;
    const options = { once: true, signal: this.#listening.signal };
    document.addEventListener('turbo:render', () => this.#keep([]), options);
  }

  #add(files: Iterable<File> | null): void {
    const fresh = [...(files ?? [])].filter(
      ({ name, size }) => !this.#files.some((file) => file.name === name && file.size === size),
    );
    this.#keep([...this.#files, ...fresh]);
  }

  #keep(files: File[]): void {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    this.#files = files;
    if (this.#input) this.#input.files = transfer.files;
    const without = (file: File) => () => {
      this.#keep(this.#files.filter((each) => each !== file));
      this.#input?.focus();
    };
    const rows = files.map((file) => fileRow(file, this.dataset.remove ?? '', without(file)));
    this.querySelector('[data-chosen]')?.replaceChildren(...rows);
    this.#problem();
  }

  /** Says what cannot be sent, and answers whether there is something. */
  #problem(): boolean {
    const kept = this.querySelectorAll('input[name=kept]:checked').length;
    const words = problemWith(this.#files, kept, this.dataset);
    const place = this.querySelector('[data-warning]')!;
    if (place.textContent !== words) place.textContent = words;
    return words !== '';
  }

  #paste(event: ClipboardEvent): void {
    const files = pastedFiles(event, () => `${this.dataset.pasted}-${++this.#pasted}`);
    if (files.length === 0) return;
    event.preventDefault();
    this.#add(files);
  }

  #drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.classList.toggle('border-primary', event.type === 'dragover');
    if (event.type === 'drop') this.#add(event.dataTransfer.files);
  }

  #hold(event: SubmitEvent): void {
    if (!this.#problem()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.scrollIntoView({ block: 'center' });
  }
}

customElements.define('file-drop', FileDrop);
