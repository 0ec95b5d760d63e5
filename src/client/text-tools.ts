import { type Edit, nextItem, pastedLink, tools } from './markdown-edits.ts';
import { typeInto, typingIn } from './typed-edit.ts';

const onApple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

/** Keys with Ctrl, on an Apple with ⌘; with Shift by their place, since layouts move the signs. */
const keys: Readonly<Record<string, string>> = { b: 'bold', i: 'italic', k: 'link', e: 'code' };
const keysWithShift: Readonly<Record<string, string>> = {
  Digit7: 'numbers',
  Digit8: 'list',
  Period: 'quote',
};

/** The Markdown tools of the field beside it: by buttons, by keys, and while somebody types or pastes. */
class TextTools extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    // a button that is pressed leaves the selection where it is
    this.addEventListener('mousedown', (event) => event.preventDefault(), options);
    this.addEventListener('click', (event) => this.#use(event), options);
    this.addEventListener('keydown', (event) => this.#walk(event), options);
    // Turbo may put the element into a page before its field
    const around = this.parentElement!;
    around.addEventListener(
      'keydown',
      (event) => event.target === this.#field && this.#press(event),
      options,
    );
    around.addEventListener('paste', (event) => event.target === this.#field && this.#paste(event), options);
    if (onApple) for (const each of this.#buttons) each.title = each.title.replace('Ctrl+', '⌘');
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get #field(): HTMLTextAreaElement {
    return this.parentElement!.querySelector('textarea')!;
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.querySelectorAll('button')];
  }

  #use(event: Event): void {
    const tool = (event.target as Element).closest<HTMLElement>('[data-tool]')?.dataset.tool;
    if (tool) this.#take(event, tools[tool]!(typingIn(this.#field)));
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.defaultPrevented) return;
    const isCommand = onApple ? event.metaKey : event.ctrlKey;
    const isEnter = event.key === 'Enter' && !event.shiftKey;
    if (isEnter && isCommand) this.#send(event);
    else if (isEnter) this.#take(event, nextItem(typingIn(this.#field)));
    else if (isCommand) this.#useKey(event);
  }

  #useKey(event: KeyboardEvent): void {
    const tool = event.shiftKey ? keysWithShift[event.code] : keys[event.key.toLowerCase()];
    if (tool) this.#take(event, tools[tool]!(typingIn(this.#field)));
  }

  #paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    this.#take(event, pastedLink(typingIn(this.#field), pasted));
  }

  #take(event: Event, edit: Edit | null): void {
    if (!edit) return;
    event.preventDefault();
    typeInto(this.#field, edit);
  }

  /** Presses the button below the field that sends its form; where that is a choice, only goes to it. */
  #send(event: KeyboardEvent): void {
    event.preventDefault();
    const field = this.#field;
    const isBelow = (each: Element) => field.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const button = [...field.form!.elements].find(
      (each): each is HTMLButtonElement =>
        each.matches('button[type=submit]:not([name=preview])') && isBelow(each) !== 0,
    );
    if (button?.name) button.focus();
    else field.form!.requestSubmit(button);
  }

  /** The buttons are one stop for Tab; arrows walk along them. */
  #walk(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    const button = buttons.at(next % buttons.length)!;
    for (const each of buttons) each.tabIndex = each === button ? 0 : -1;
    button.focus();
  }
}

customElements.define('text-tools', TextTools);
