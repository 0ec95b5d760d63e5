import { ChosenFile } from './chosen-file.ts';
import { areTooMany } from './file-limits.ts';
import { pastedFiles } from './pasted-files.ts';

/**
 * Files by dragging, pasting or a phone’s camera. Each is sent as soon as it is chosen, and its form then only
 * names it; what could not be sent stays in the plain file field, and goes along with the form.
 */
class FileDrop extends HTMLElement {
  #listening = new AbortController();
  #input: HTMLInputElement | null = null;
  #files: ChosenFile[] = [];
  #pasted = 0;
  #dragged: ReturnType<typeof setTimeout> | undefined;
  /** The form was sent while files were still on their way: it follows them. */
  #held: { form: HTMLFormElement; submitter: HTMLElement | null } | null = null;

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
    this.#add(input.files);
    input.addEventListener('change', () => this.#add(input.files), options);
    camera?.addEventListener('change', () => this.#add(camera.files), options);
    form?.addEventListener('change', () => this.#problem(), options);
    form?.addEventListener('paste', (event) => this.#paste(event), options);
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      form?.addEventListener(type, (event) => this.#drag(form, event), options);
    form?.addEventListener('submit', (event) => this.#hold(form, event), { ...options, capture: true });
    form?.addEventListener('turbo:submit-end', (event) => this.#handedIn(event), options);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    for (const file of this.#files) file.stop();
  }

  /** The page that comes back lists these files as received; Turbo would leave them chosen beside that. */
  #handedIn(event: Event): void {
    if (!(event as CustomEvent<{ fetchResponse?: object }>).detail.fetchResponse) return;
    const options = { once: true, signal: this.#listening.signal };
    document.addEventListener('turbo:render', () => this.#keep([]), options);
  }

  #add(files: Iterable<File> | null): void {
    const isNew = (file: File) => this.#files.every((each) => !each.is(file));
    const fresh = [...(files ?? [])].filter(isNew).map((file) => {
      const chosen = new ChosenFile(file, this.dataset, {
        changed: () => this.#changed(),
        removed: () => {
          this.#keep(this.#files.filter((each) => each !== chosen));
          this.#input?.focus();
        },
      });
      return chosen;
    });
    this.#keep([...this.#files, ...fresh]);
    for (const file of fresh) void file.send();
  }

  #keep(files: ChosenFile[]): void {
    this.#files = files;
    this.querySelector('[data-chosen]')?.replaceChildren(...files.map(({ element }) => element));
    this.#changed();
  }

  #changed(): void {
    const transfer = new DataTransfer();
    for (const each of this.#files) if (!each.isThere && !each.refusal) transfer.items.add(each.file);
    if (this.#input) this.#input.files = transfer.files;
    // the draft names what is there
    this.dispatchEvent(new Event('change', { bubbles: true }));
    if (!this.#held || this.#files.some(({ isOnItsWay }) => isOnItsWay)) return;
    const { form, submitter } = this.#held;
    this.#held = null;
    form.requestSubmit(submitter);
  }

  /** Says what cannot be sent, and answers whether there is something. */
  #problem(): boolean {
    const kept = this.querySelectorAll('fieldset input[name=kept]:checked').length;
    const tooMany = areTooMany(this.#files.length + kept);
    this.#say((tooMany ? this.dataset.tooMany : this.#held && this.dataset.waiting) || '');
    // why a file is refused stands at the file
    return tooMany || this.#files.some(({ refusal }) => refusal);
  }

  #say(words: string): void {
    const place = this.querySelector('[data-warning]')!;
    if (place.textContent !== words) place.textContent = words;
  }

  #paste(event: ClipboardEvent): void {
    const files = pastedFiles(event, () => `${this.dataset.pasted}-${++this.#pasted}`);
    if (files.length === 0) return;
    event.preventDefault();
    this.#add(files);
  }

  /** While files hang above the form it says where they land; leaving one field for the next is no leaving. */
  #drag(form: HTMLFormElement, event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    clearTimeout(this.#dragged);
    const rest = () => delete form.dataset.dropping;
    if (event.type === 'dragover') form.dataset.dropping = this.dataset.drop;
    else if (event.type === 'dragleave') this.#dragged = setTimeout(rest, 100);
    if (event.type !== 'drop') return;
    rest();
    this.#add(event.dataTransfer.files);
  }

  #hold(form: HTMLFormElement, event: SubmitEvent): void {
    const isWrong = this.#problem();
    const isEarly = this.#files.some(({ isOnItsWay }) => isOnItsWay);
    if (!isWrong && !isEarly) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.scrollIntoView({ block: 'center' });
    if (isWrong) return;
    this.#held = { form, submitter: event.submitter };
    this.#problem();
  }
}

customElements.define('file-drop', FileDrop);
