import { morphChildren } from '@hotwired/turbo';
import { holdsUnsent } from './unsent.ts';

/** Few fetches for many changes: so long after one the next begins at the earliest. */
const apart = 600;

/**
 * Fetches the page again when the server says that it is out of date, and changes only what differs: what
 * somebody types, opened, chose or looks at stays. The stream says nothing else, and ends while nobody looks.
 */
class LivePage extends HTMLElement {
  #listening = new AbortController();
  #fetching = new AbortController();
  #source: EventSource | null = null;
  #coming: ReturnType<typeof setTimeout> | undefined;
  #due: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #fetchedAt = 0;
  /** A form is on its way, and the page that follows will be fresh. */
  #sending = false;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    const look = () => (document.hidden ? this.#rest() : this.#connect());
    document.addEventListener('visibilitychange', look, options);
    addEventListener('pageshow', look, options);
    addEventListener('pagehide', () => this.#rest(), options);
    document.addEventListener('turbo:submit-start', () => this.#send(true), options);
    document.addEventListener(
      'turbo:submit-end',
      (event) => this.#send(Boolean((event as CustomEvent<{ success: boolean }>).detail.success)),
      options,
    );
    document.addEventListener('turbo:load', () => this.#send(false), options);
    look();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#rest();
  }

  #connect(): void {
    this.#rest();
    const address = new URL(this.getAttribute('src')!, location.href);
    address.searchParams.set('since', this.getAttribute('since') ?? '0');
    const source = new EventSource(address);
    this.#source = source;
    source.addEventListener('open', () => (this.#failures = 0));
    source.addEventListener('refresh', () => this.#expect(Math.random() * 100));
    source.addEventListener('gone', () => source.close());
    source.addEventListener('error', () => {
      source.close();
      const pause = Math.min(30_000, 1000 * 2 ** this.#failures++);
      this.#coming = setTimeout(() => this.#connect(), pause * (0.5 + Math.random() / 2));
    });
  }

  /** What is missed meanwhile the next stream tells: it says how old the page is. */
  #rest(): void {
    this.#source?.close();
    for (const each of [this.#coming, this.#due]) clearTimeout(each);
    this.#due = undefined;
    this.#fetching.abort();
  }

  #send(sending: boolean): void {
    this.#sending = sending;
    if (sending) this.#fetching.abort();
  }

  #expect(wait: number): void {
    const soonest = this.#fetchedAt + apart - performance.now();
    this.#due ??= setTimeout(() => void this.#refresh(), Math.max(wait, soonest));
  }

  async #refresh(): Promise<void> {
    this.#due = undefined;
    if (this.#sending) return this.#expect(apart);
    this.#fetchedAt = performance.now();
    this.#fetching = new AbortController();
    const { signal } = this.#fetching;
    try {
      const response = await fetch(location.href, { headers: { 'X-Refresh': 'live' }, signal });
      // A redirect leads to the sign-in page; what is on the screen stays.
      if (!response.ok || response.redirected) return;
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      const page = fresh.querySelector('main');
      if (signal.aborted || !page?.querySelector(`live-page[src="${this.getAttribute('src')}"]`)) return;
      document.title = fresh.title;
      replace(document.querySelector('main')!, page);
    } catch {
      // Broken off, or offline: the stream breaks off as well and says what was missed when it is back.
    }
  }
}

/** Changes a page into a fresher one around everything that a reader did to it. */
function replace(shown: Element, fresh: Element): void {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  document.addEventListener('turbo:before-morph-element', keepWhatIsTheirs, options);
  document.addEventListener('turbo:before-morph-attribute', keepWhatIsOpen, options);
  morphChildren(shown, fresh);
  listening.abort();
}

function keepWhatIsTheirs(event: Event): void {
  const here = event.target as Element;
  const goes = !(event as CustomEvent<{ newElement?: Element }>).detail.newElement;
  const forms = goes ? here.querySelectorAll('form') : [];
  const isTheirs = [here, ...forms].some((each) => each instanceof HTMLFormElement && holdsUnsent(each));
  if (isTheirs || (goes && here.matches('[data-stays]'))) event.preventDefault();
}

function keepWhatIsOpen(event: Event): void {
  if ((event as CustomEvent<{ attributeName: string }>).detail.attributeName === 'open')
    event.preventDefault();
}

customElements.define('live-page', LivePage);
