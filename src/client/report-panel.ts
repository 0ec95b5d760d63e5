/** The questions on which it depends. */
const answers = ['siteId', 'kind', 'urgency', 'impact'];

/**
 * Shows what may be expected while the report form is filled in: asks the server for its panel each time the
 * answers change. Without scripts the panel has a button that does the same.
 */
class ReportPanel extends HTMLElement {
  #listening = new AbortController();
  #asking = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const form = this.closest('form');
    if (!form) return;
    const options = { signal: this.#listening.signal };
    form.addEventListener('change', (event) => this.#changed(form, event.target), options);
    // Turbo brings a form that was not taken into the page as it stands, and what was left out with it.
    document.addEventListener('turbo:render', () => this.#settle(), options);
    this.#settle();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#asking.abort();
  }

  #settle(): void {
    this.querySelector('[data-preview]')?.remove();
  }

  #changed(form: HTMLFormElement, field: EventTarget | null): void {
    const name = (field as HTMLInputElement | null)?.name;
    if (name && answers.includes(name)) void this.#ask(new FormData(form));
  }

  async #ask(data: FormData): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const query = new URLSearchParams(answers.map((name) => [name, String(data.get(name) ?? '')]));
    try {
      const response = await fetch(`${this.getAttribute('src')}?${query}`, { signal: this.#asking.signal });
      // A redirect leads to the sign-in page, which is no panel.
      if (!response.ok || response.redirected) return;
      this.querySelector('[data-outlook]')!.innerHTML = await response.text();
    } catch {
      // Overtaken by a newer answer, or offline: the panel stays as it was, and the form can be sent all the same.
    }
  }
}

customElements.define('report-panel', ReportPanel);
