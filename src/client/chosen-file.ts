import { refusalOf } from './file-limits.ts';
import { fileRow, type Row } from './file-row.ts';
import { lighterPhoto, showThumbnail } from './photo.ts';
import { type Sending, sendFile } from './send-file.ts';

interface Told {
  readonly changed: () => void;
  readonly removed: () => void;
}

/** A chosen file: its row in the list, and its way to the server, which can fail and be tried again. */
export class ChosenFile {
  /** As it goes: a large photo is made lighter first. */
  file: File;
  /** Why it can never be sent; empty while nothing stands in the way. */
  refusal: string;
  isOnItsWay = false;
  isThere = false;
  readonly #chosen: File;
  readonly #words: DOMStringMap;
  readonly #told: Told;
  readonly #row: Row;
  #sending: Sending | null = null;

  constructor(file: File, words: DOMStringMap, told: Told) {
    this.#chosen = file;
    this.file = file;
    this.#words = words;
    this.#told = told;
    this.refusal = refusalOf(file, words);
    this.#row = fileRow(file, words, { onRetry: () => void this.send(), onRemove: () => this.#remove() });
  }

  get element(): HTMLElement {
    return this.#row.element;
  }

  /** Whether this is the file that somebody chose, or what was made of it. */
  is(file: File): boolean {
    return [this.#chosen, this.file].some(({ name, size }) => name === file.name && size === file.size);
  }

  async send(): Promise<void> {
    if (this.refusal) return this.#settle(this.refusal);
    this.isOnItsWay = true;
    this.#row.sending();
    this.#told.changed();
    try {
      await this.#chosen.slice(0, 1).arrayBuffer();
    } catch {
      // a folder, or gone since it was chosen
      this.refusal = (this.#words.unreadable ?? '').replace('{name}', () => this.#chosen.name);
      return this.#settle(this.refusal);
    }
    void showThumbnail(this.#chosen, this.#row.element);
    this.file = await lighterPhoto(this.#chosen);
    if (!this.isOnItsWay) return;
    this.#sending = sendFile(this.file, (part) => this.#row.progress(part));
    const { id, error } = await this.#sending.answer;
    if (!this.isOnItsWay) return;
    if (!id) return this.#settle(error || (this.#words.failed ?? ''));
    this.isThere = true;
    this.isOnItsWay = false;
    this.#row.there(id, this.file.size);
    this.#told.changed();
  }

  /** Leaves it to the form. */
  stop(): void {
    this.isOnItsWay = false;
    this.#sending?.stop();
  }

  #remove(): void {
    this.stop();
    this.#told.removed();
  }

  #settle(words: string): void {
    this.isOnItsWay = false;
    this.#row.failed(words, !this.refusal);
    this.#told.changed();
  }
}
