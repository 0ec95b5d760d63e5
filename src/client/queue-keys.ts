/**
 * Works the queue and a ticket by keys. Everything it does is a link, a field or a form that is on the page
 * for everybody.
 */
class QueueKeys extends HTMLElement {
  #afterG = 0;

  connectedCallback() {
    document.addEventListener('keydown', this.#press);
    const part = location.hash.slice(1);
    if (part) this.#goTo(part);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press);
  }

  #press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const second = event.timeStamp - this.#afterG < 1500;
    this.#afterG = event.key === 'g' ? event.timeStamp : 0;
    const act = second ? this.#second[event.key] : this.#keys[event.key];
    if (!act || act() === false) return;
    event.preventDefault();
  };

  #second: Record<string, () => unknown> = {
    q: () => visit('/desk'),
    m: () => visit('/desk?assignee=me'),
  };

  #keys: Record<string, () => unknown> = {
    j: () => this.#move(1),
    k: () => this.#move(-1),
    o: () => this.#row !== undefined && visit(this.#row),
    a: () => this.#assignToMe(),
    p: () => this.#open('pick-up'),
    r: () => this.#open('replies'),
    n: () => this.#open('notes'),
    '/': () => this.#search(),
    '?': () => this.querySelector<HTMLDialogElement>('[data-help]')?.showModal(),
  };

  get #rows() {
    return [...this.querySelectorAll<HTMLElement>('[data-row]')];
  }

  /** The address of the row that has the focus. */
  get #row() {
    return this.#rows.find((row) => row.contains(document.activeElement))?.dataset.row;
  }

  #move(by: number) {
    const rows = this.#rows;
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)];
    next?.querySelector('a')?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  #assignToMe() {
    const ticket = this.#row ?? this.dataset.ticket;
    const form = this.querySelector<HTMLFormElement>('[data-assign]');
    if (!ticket || !form) return false;
    form.action = `${ticket}/assignee`;
    form.requestSubmit();
  }

  /** On a ticket, goes to the form of this name; in the queue, to the ticket of the row and then to the form. */
  #open(name: string) {
    if (this.dataset.ticket) return this.#goTo(name);
    return this.#row !== undefined && visit(`${this.#row}#${name}`);
  }

  #goTo(name: string) {
    const part = document.getElementById(name);
    if (!part || !this.contains(part)) return false;
    for (let at: Element | null = part; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    const field = part.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])');
    (field ?? part).focus();
  }

  #search() {
    const field = this.querySelector<HTMLInputElement>('[data-search]');
    if (!field) return visit('/desk#words');
    field.select();
  }
}

const visit = (path: string) => location.assign(path);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input'));

customElements.define('queue-keys', QueueKeys);
