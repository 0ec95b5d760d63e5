import { isTyping } from './typing.ts';

/**
 * Works the queue and a ticket by keys. Everything it does is a link, a field or a form that is on the page
 * for everybody.
 */
class QueueKeys extends HTMLElement {
  #afterG = Number.NEGATIVE_INFINITY;

  connectedCallback() {
    document.addEventListener('keydown', this.#press);
    for (const shown of ['turbo:load', 'turbo:render'])
      document.addEventListener(shown, this.#arrive, { once: true });
  }

  /** Only once the browser and Turbo have jumped where they wanted: that takes the focus away again. */
  #arrive = () =>
    setTimeout(() => {
      const wrong = this.querySelector<HTMLElement>('[aria-invalid]');
      return wrong ? wrong.focus() : this.#goTo(location.hash.slice(1));
    });

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press);
  }

  #press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const second = event.timeStamp - this.#afterG < 1500;
    this.#afterG = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const act = second ? this.#second[event.key] : this.#keys[event.key];
    if (!act || act() === false) return;
    event.preventDefault();
  };

  #second: Record<string, () => unknown> = { q: () => visit('/desk'), m: () => visit('/desk?assignee=me') };

  #keys: Record<string, () => unknown> = {
    j: () => this.#move(1),
    k: () => this.#move(-1),
    o: () => this.#row !== undefined && visit(this.#row),
    a: () => this.#assignToMe(),
    p: () => this.#open('pick-up'),
    r: () => this.#open('replies'),
    n: () => this.#open('notes'),
    '?': () => this.querySelector<HTMLDialogElement>('[data-help]')?.showModal(),
  };

  /** The address of the row that has the focus. */
  get #row() {
    return this.querySelector<HTMLElement>('[data-row]:focus-within')?.dataset.row;
  }

  #move(by: number) {
    const rows = [...this.querySelectorAll('[data-row]')];
    const here = rows.findIndex((row) => row.matches(':focus-within'));
    const next = rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)];
    next?.querySelector('a')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  #assignToMe() {
    const ticket = this.#row ?? this.dataset.ticket;
    const form = this.querySelector<HTMLFormElement>('[data-assign]');
    if (!ticket || !form) return false;
    form.action = `${ticket}/assignee`;
    return form.requestSubmit();
  }

  /** On a ticket, goes to the form of this name; in the queue, to the ticket of the row and then to the form. */
  #open(name: string) {
    if (this.dataset.ticket) return this.#goTo(name);
    return this.#row !== undefined && visit(`${this.#row}#${name}`);
  }

  #goTo(name: string) {
    const part = document.getElementById(name);
    if (!part || !this.contains(part)) return false;
    for (let at = part.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
      at.open = true;
    (part.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])') ?? part).focus();
  }
}

const visit = (path: string) => location.assign(path);

customElements.define('queue-keys', QueueKeys);
