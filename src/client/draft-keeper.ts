/** Quiet for so long after a key, and kept at least so often while somebody goes on typing. */
const pause = 600;
const atLeast = 3_000;

/**
 * Keeps on the server what is typed in the form around it, so that a crash, a reload or another device does not
 * lose it. Without scripts a form is just a form.
 */
class DraftKeeper extends HTMLElement {
  #listening = new AbortController();
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  #kept = '';

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    const form = this.closest('form');
    this.#form = form;
    for (const type of ['input', 'change'] as const)
      form?.addEventListener(type, () => this.#changed(), options);
    form?.addEventListener('submit', () => this.#settle(), options);
    for (const type of ['turbo:before-visit', 'visibilitychange'])
      document.addEventListener(type, () => this.#flush(), options);
    addEventListener('pagehide', () => this.#flush(), options);
  }

  disconnectedCallback(): void {
    this.#flush();
    this.#listening.abort();
  }

  /** The first key is told soon: colleagues see that somebody is writing. */
  #changed(): void {
    const isFirst = this.#changedAt === 0;
    if (isFirst || !this.#timer) this.#changedAt = performance.now();
    const left = this.#changedAt + atLeast - performance.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, Math.min(isFirst ? 150 : pause, left)));
  }

  /** The form is on its way: nothing more is to be kept of it. */
  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush(): void {
    if (!this.#timer || !this.#form) return;
    this.#settle();
    void this.#keep(this.#form);
  }

  async #keep(form: HTMLFormElement): Promise<void> {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    const texts = [...form.querySelectorAll<HTMLTextAreaElement>('textarea[name]')];
    if (texts.some(({ value }) => value.trim())) data.set('written', 'yes');
    const whole = data.toString();
    if (whole === this.#kept) return;
    try {
      // the page may be on its way out; browsers carry no more than this beyond it
      const keepalive = whole.length < 60_000;
      const response = await fetch(this.getAttribute('src')!, { method: 'POST', body: data, keepalive });
      const isKept = response.ok && !response.redirected;
      if (isKept) this.#kept = whole;
      const saved = isKept && data.has('written') ? (this.dataset.saved ?? '') : '';
      this.querySelector('[data-state]')!.textContent = saved;
    } catch {
      // Offline: what is typed stands on the screen, and the next key tries again.
    }
  }
}

customElements.define('draft-keeper', DraftKeeper);
