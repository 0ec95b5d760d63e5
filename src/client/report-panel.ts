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
    document.addEventListener('turbo:render', () => this.#settle(form), options);
    this.#settle(form);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#asking.abort();
  }

  #settle(form: HTMLFormElement): void {
    this.querySelector('[data-preview]')?.remove();
    this.#narrow(form);
  }

  #changed(form: HTMLFormElement, field: EventTarget | null): void {
    const name = (field as HTMLInputElement | null)?.name;
    if (name === 'siteId') this.#narrow(form);
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

  /** Shows what belongs to the chosen site only: its business-critical parts. */
  #narrow(form: HTMLFormElement): void {
    const site = form.elements.namedItem('siteId');
    if (!(site instanceof HTMLSelectElement)) return;
    for (const part of form.querySelectorAll<HTMLElement>('[data-site]'))
      part.hidden = site.value !== '' && part.dataset.site !== site.value;
    const own = form.querySelector(`[id="parts-${CSS.escape(site.value)}"]`);
    form.querySelector('#subject')?.setAttribute('list', own ? own.id : 'subject-list');
  }
}

customElements.define('report-panel', ReportPanel);
