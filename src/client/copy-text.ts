/**
 * A button that copies the lines of the list with the id `from`. Made here, since without scripts it could do
 * nothing: then the lines are selected by hand.
 */
class CopyText extends HTMLElement {
  connectedCallback() {
    if (this.firstChild || !navigator.clipboard) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn';
    button.textContent = this.getAttribute('label');
    button.addEventListener('click', () => this.#copy(button));
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    said.className = 'sr-only';
    this.append(button, said);
  }

  async #copy(button: HTMLButtonElement) {
    const list = document.getElementById(this.getAttribute('from') ?? '');
    const lines = [...(list?.children ?? [])].map((each) => each.textContent);
    await navigator.clipboard.writeText(lines.join('\n'));
    const done = this.getAttribute('done');
    button.textContent = done;
    this.querySelector('[role=status]')!.textContent = done;
  }
}

customElements.define('copy-text', CopyText);
