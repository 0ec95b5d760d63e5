type Answers = Readonly<Record<'urgency' | 'impact', string>>;

/**
 * Stands in a report form: shows the business-critical parts of the chosen site, and once one of them is chosen
 * the ways in which it can fail. A tap on one answers the two questions on the form, for everybody to see.
 */
class SiteParts extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const form = this.closest('form');
    if (!form) return;
    const options = { signal: this.#listening.signal };
    form.addEventListener('change', () => this.#settle(form), options);
    // Turbo brings a form that was not taken into the page as it stands, and what was left out with it.
    document.addEventListener('turbo:render', () => this.#settle(form), options);
    this.addEventListener('click', (event) => this.#answer(form, event), options);
    this.#settle(form);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #settle(form: HTMLFormElement): void {
    // as buttons that send they are for those without scripts only
    for (const button of this.querySelectorAll('button')) button.type = 'button';
    const site = form.querySelector<HTMLInputElement | HTMLSelectElement>('[name=siteId]')?.value;
    for (const parts of form.querySelectorAll<HTMLElement>('[data-site]')) {
      const isOwn = parts.dataset.site === site;
      parts.classList.toggle('hidden', !isOwn);
      if (!isOwn) for (const each of parts.querySelectorAll('input')) each.checked = false;
    }
    const part = new FormData(form).get('part');
    if (part) this.querySelector('[data-part]')!.textContent = String(part);
    this.classList.toggle('hidden', !part);
    this.classList.toggle('block', Boolean(part));
  }

  #answer(form: HTMLFormElement, event: Event): void {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    event.preventDefault();
    const { said = '', ...answers } = button.dataset;
    for (const name of ['urgency', 'impact'] as const) {
      const field = form.querySelector<HTMLInputElement>(
        `[name=${name}][value=${(answers as Answers)[name]}]`,
      );
      if (!field) continue;
      field.checked = true;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    this.querySelector('[role=status]')!.textContent = said;
  }
}

customElements.define('site-parts', SiteParts);
