import { bringBack, forgetLeft, leaveBehind } from './left-behind.ts';

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
    form?.addEventListener('submit', () => this.#hand(form), options);
    form?.addEventListener('turbo:submit-end', (event) => this.#handed(event as CustomEvent), options);
    document.addEventListener(
      'turbo:before-fetch-request',
      (event) => this.#hold(event as CustomEvent),
      options,
    );
    for (const type of ['turbo:before-visit', 'visibilitychange'])
      document.addEventListener(type, () => this.#flush(), options);
    addEventListener('pagehide', () => this.#flush(), options);
    // somebody may have begun before this was fetched
    if (form && (bringBack(this, form) || textsIn(form).some(isTyped))) this.#changed();
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

  /** The form is on its way: nothing more is to be kept of it, unless it does not get there. */
  #hand(form: HTMLFormElement): void {
    this.#settle();
    leaveBehind(this, typedIn(form));
  }

  #handed({ detail: { fetchResponse } }: CustomEvent<{ fetchResponse?: { response: Response } }>): void {
    if (fetchResponse && !isSignIn(fetchResponse.response)) forgetLeft(this);
  }

  /** What is typed is kept before anything else is asked for: it may be the way out. */
  #hold(event: CustomEvent<{ resume: () => void }>): void {
    if (!this.#timer || !this.#form || event.target === this.#form) return;
    event.preventDefault();
    this.#settle();
    void this.#keep(this.#form).then(event.detail.resume);
  }

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
    const whole = typedIn(form);
    if (whole === this.#kept) return;
    // also while it is under way: the page may be gone before the answer is there
    leaveBehind(this, whole);
    try {
      // the page may be on its way out; browsers carry no more than this beyond it
      const keepalive = whole.length < 60_000;
      const body = new URLSearchParams(whole);
      const response = await fetch(this.getAttribute('src')!, { method: 'POST', body, keepalive });
      const isKept = response.ok && !response.redirected;
      if (isKept) this.#kept = whole;
      if (isKept) forgetLeft(this);
      const saved = isKept && body.has('written') ? (this.dataset.saved ?? '') : '';
      this.querySelector('[data-state]')!.textContent = saved;
    } catch {
      // Offline: what is typed stands on the screen, and the next key tries again.
    }
  }
}

/** What stands in a form, and whether anything was written in it. */
function typedIn(form: HTMLFormElement): string {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
  if (textsIn(form).some(({ value }) => value.trim())) data.set('written', 'yes');
  return data.toString();
}

const textsIn = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLTextAreaElement>('textarea[name]')];
const isTyped = ({ value, defaultValue }: HTMLTextAreaElement) => value !== defaultValue;
const isSignIn = ({ url }: Response) => new URL(url).pathname === '/sign-in';

customElements.define('draft-keeper', DraftKeeper);
