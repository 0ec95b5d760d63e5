import { fileRow } from './file-row.ts';

const largestFile = 25 * 1024 * 1024;
const mostFiles = 10;

/**
 * Files by dragging them onto the form, by pasting a screenshot, or with a phone's camera. All that is chosen is
 * kept in the plain file field, so that the form is sent as it is without scripts. Its words are data attributes.
 */
class FileDrop extends HTMLElement {
  #listening = new AbortController();
  #files: File[] = [];
  #pasted = 0;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    const form = this.closest('form');
    const camera = this.querySelector<HTMLInputElement>('[data-camera] input');
    this.#files = [...(this.#input.files ?? [])];
    this.#input.addEventListener('change', () => this.#add(this.#input.files), options);
    camera?.addEventListener('change', () => this.#add(camera.files), options);
    form?.addEventListener('change', () => this.#problem(), options);
    form?.addEventListener('paste', (event) => this.#paste(event), options);
    form?.addEventListener('dragover', (event) => this.#drag(event), options);
    form?.addEventListener('drop', (event) => this.#drag(event), options);
    form?.addEventListener('dragleave', () => this.classList.remove('border-primary'), options);
    form?.addEventListener('submit', (event) => this.#hold(event), { ...options, capture: true });
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[name=files]')!;
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
    this.#input.files = transfer.files;
    this.querySelector('[data-chosen]')?.replaceChildren(...files.map((file) => this.#row(file)));
    this.#problem();
  }

  #row(file: File): HTMLElement {
    return fileRow(file, this.dataset.remove ?? '', () => {
      this.#keep(this.#files.filter((each) => each !== file));
      this.#input.focus();
    });
  }

  /** Says what cannot be sent, and answers whether there is something. */
  #problem(): boolean {
    const kept = this.querySelectorAll('input[name=kept]:checked').length;
    const large = this.#files.find((file) => file.size > largestFile);
    const words = large
      ? this.dataset.tooLarge?.replace('{name}', large.name)
      : this.#files.length + kept > mostFiles && this.dataset.tooMany;
    const place = this.querySelector('[data-warning]')!;
    if (place.textContent !== (words || '')) place.textContent = words || '';
    return Boolean(words);
  }

  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    // Text copied from a document may bring a picture of itself along; then the text is meant.
    if (!data?.files.length || data.types.includes('text/plain')) return;
    event.preventDefault();
    this.#add([...data.files].map((file) => this.#named(file)));
  }

  /** Browsers call every screenshot image.png. */
  #named(file: File): File {
    if (!/^image\.\w+$/.test(file.name)) return file;
    this.#pasted += 1;
    return new File([file], `${this.dataset.pasted}-${this.#pasted}.${file.name.split('.')[1]}`, {
      type: file.type,
    });
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
