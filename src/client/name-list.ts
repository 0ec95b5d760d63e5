import { caretIn } from './caret.ts';
import { nameAt } from './markdown-edits.ts';
import { typeInto, typingIn } from './typed-edit.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const fits = (name: string, asked: string) =>
  [name, ...name.split(/\s+/)].some((part) => plain(part).startsWith(plain(asked)));

/**
 * Whom one can call by name in the field beside it: a list at the cursor as soon as an `@` is typed, fetched with
 * the first. The field keeps the focus; arrows choose, Enter or Tab takes, Escape leaves what was typed.
 */
class NameList extends HTMLElement {
  #listening = new AbortController();
  /** Where the `@` stands whose list was sent away. */
  #unwanted = -1;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    const around = this.parentElement!;
    around.addEventListener('input', () => void this.#look(), options);
    // before anything else that listens to these keys
    around.addEventListener('keydown', (event) => this.#press(event), { ...options, capture: true });
    around.addEventListener('focusout', () => this.#close(), options);
    this.addEventListener('mousedown', (event) => event.preventDefault(), options);
    this.addEventListener(
      'click',
      ({ target }) => this.#take((target as Element).closest<HTMLElement>('[role=option]')),
      options,
    );
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #field = () => this.parentElement!.querySelector('textarea')!;
  #list = () => this.querySelector<HTMLElement>('[role=listbox]');
  #options = () => [...this.querySelectorAll<HTMLElement>('[role=option]')];
  #shown = () => (this.#list()?.hidden === false ? this.#options().filter(({ hidden }) => !hidden) : []);

  async #look(): Promise<void> {
    if (!nameAt(typingIn(this.#field()))) this.#unwanted = -1;
    else if (!this.#list()) await this.#fetch();
    // somebody went on typing meanwhile
    const [asked, list] = [nameAt(typingIn(this.#field())), this.#list()];
    if (!asked || !list || asked.from === this.#unwanted || asked.name.endsWith(' ')) return this.#close();
    for (const option of this.#options()) option.hidden = !fits(option.dataset.name!, asked.name);
    const first = this.#options().find(({ hidden }) => !hidden);
    if (first) this.#open(list, first, asked.from);
    else this.#close();
  }

  async #fetch(): Promise<void> {
    try {
      const response = await fetch(this.getAttribute('src')!);
      // A redirect leads to the sign-in page.
      if (response.ok && !response.redirected) this.innerHTML = await response.text();
    } catch {
      // Offline: a name that is typed in full is understood as well.
    }
  }

  #open(list: HTMLElement, first: HTMLElement, from: number): void {
    const field = this.#field();
    const isNew = list.hidden;
    list.hidden = false;
    const { left, top } = caretIn(field, from);
    const room = field.offsetWidth - list.offsetWidth;
    list.style.left = `${field.offsetLeft + Math.max(0, Math.min(left, room))}px`;
    list.style.top = `${field.offsetTop + Math.min(top, field.offsetHeight)}px`;
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    if (isNew) this.querySelector('[role=status]')!.textContent = list.dataset.how!;
    this.#choose(first);
  }

  #close(): void {
    const list = this.#list();
    if (!list || list.hidden) return;
    list.hidden = true;
    this.querySelector('[role=status]')!.textContent = '';
    for (const name of ['autocomplete', 'controls', 'activedescendant'])
      this.#field().removeAttribute(`aria-${name}`);
  }

  #choose(option: HTMLElement): void {
    for (const each of this.#options()) each.ariaSelected = String(each === option);
    option.scrollIntoView({ block: 'nearest' });
    this.#field().setAttribute('aria-activedescendant', option.id);
  }

  #press(event: KeyboardEvent): void {
    const shown = this.#shown();
    if (shown.length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = shown.findIndex((option) => option.ariaSelected === 'true');
    const step = { ArrowDown: 1, ArrowUp: shown.length - 1 }[event.key];
    if (step) this.#choose(shown[(here + step) % shown.length]!);
    else if (event.key === 'Enter' || event.key === 'Tab') this.#take(shown[here]);
    else if (event.key === 'Escape') this.#leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave(): void {
    this.#unwanted = nameAt(typingIn(this.#field()))?.from ?? -1;
    this.#close();
  }

  #take(option: HTMLElement | null | undefined): void {
    const field = this.#field();
    const asked = nameAt(typingIn(field));
    if (!option || !asked) return;
    const insert = `@${option.dataset.name} `;
    const end = asked.from + insert.length;
    typeInto(field, { from: asked.from, to: field.selectionStart, insert, start: end, end });
    this.#close();
  }
}

customElements.define('name-list', NameList);
