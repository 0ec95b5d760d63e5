import { isTyping } from './typing.ts';

/** Leads anywhere at the desk by a few letters: `Ctrl-K` opens it, `/` goes to the search field of the page. */
class CommandPalette extends HTMLElement {
  #listening = new AbortController();
  #asking = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    document.addEventListener('keydown', (event) => this.#press(event), options);
    this.addEventListener('click', (event) => this.#click(event.target as HTMLElement), options);
    this.addEventListener('input', ({ target }) => target === this.#field() && this.#ask(120), options);
    this.addEventListener('keydown', (event) => this.#steer(event), options);
  }

  disconnectedCallback(): void {
    for (const each of [this.#listening, this.#asking]) each.abort();
  }

  #field = () => this.querySelector<HTMLInputElement>('[role=combobox]')!;
  #dialog = () => this.querySelector('dialog')!;
  #list = () => this.querySelector<HTMLElement>('[role=listbox]')!;
  #options = () => [...this.querySelectorAll<HTMLElement>('[role=option]')];

  #press(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isBusy = event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]');
    if (isBusy || altKey) return;
    if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'k') this.#open();
    else if (key === '/' && !ctrlKey && !metaKey && !isTyping(event.target))
      this.querySelector<HTMLInputElement>('[type=search]')?.select();
    else return;
    event.preventDefault();
  }

  /** A tap beside the palette closes it. */
  #click(target: HTMLElement): void {
    if (target.closest('[data-open]')) this.#open();
    else if (target === this.#dialog()) this.#dialog().close();
    else this.#take(target.closest<HTMLElement>('[role=option]'));
  }

  #open(): void {
    this.#field().value = '';
    this.#dialog().showModal();
    void this.#ask();
  }

  /** Asks once nothing was typed for a moment. The latest question wins: the answer to an earlier one is dropped. */
  async #ask(wait = 0): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    await new Promise((done) => setTimeout(done, wait));
    if (signal.aborted) return;
    const query = new URLSearchParams({ q: this.#field().value, page: location.pathname });
    try {
      const response = await fetch(`${this.getAttribute('src')}?${query}`, { signal });
      // A redirect leads to the sign-in page.
      if (!response.ok || response.redirected) return;
      this.#list().innerHTML = await response.text();
      this.#choose(0);
      this.querySelector('[role=status]')!.textContent =
        this.#list().children[0]?.getAttribute('data-count') ?? '';
    } catch {
      // Overtaken, or offline: what stood there stays.
    }
  }

  #choose(nth: number): void {
    for (const [at, option] of this.#options().entries()) option.ariaSelected = String(at === nth);
    this.#options()[nth]?.scrollIntoView({ block: 'nearest' });
    this.#field().setAttribute('aria-activedescendant', this.#options()[nth]?.id ?? '');
  }

  #steer(event: KeyboardEvent): void {
    const options = this.#options();
    const here = options.findIndex((option) => option.ariaSelected === 'true');
    const step = { ArrowDown: 1, ArrowUp: options.length - 1, Enter: 0 }[event.key];
    if (event.target !== this.#field() || event.isComposing || step === undefined) return;
    event.preventDefault();
    if (step) this.#choose((here + step) % options.length);
    else this.#take(options[here]);
  }

  #take(option: HTMLElement | null | undefined): void {
    if (!option) return;
    this.#dialog().close();
    const { href, key } = option.dataset;
    if (href) location.assign(href);
    // What can be done on the page has a key there.
    else if (key) document.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  }
}

customElements.define('command-palette', CommandPalette);
