/**
 * Lets the browser make a passkey (`act="create"`) or sign with one (`act="get"`) when its form is sent, and
 * sends on what came of it in the field `credential`. Where that cannot be done the form goes.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const able =
      'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in window.PublicKeyCredential;
    if (!form) return;
    form.hidden = !able;
    for (const fallback of this.querySelectorAll('[data-without]')) fallback.classList.toggle('hidden', able);
    if (!able) return;
    form.addEventListener('submit', this.#send);
  }

  #send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const button = form.querySelector('button')!;
    button.disabled = true;
    try {
      // what is wrong in the form itself (a name, a password) the server says at its fields
      const options = await this.#options(form);
      const credential = options && (await this.#ask(options));
      if (credential)
        form.querySelector<HTMLInputElement>('[name=credential]')!.value = JSON.stringify(credential);
      if (credential || !options) form.submit();
    } catch {
      const said = form.querySelector('[role=status]');
      if (said) said.textContent = this.getAttribute('failed');
    } finally {
      button.disabled = false;
    }
  };

  async #options(form: HTMLFormElement) {
    const answer = await fetch(this.getAttribute('options')!, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
    });
    if (answer.status === 422) return null;
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    return answer.json();
  }

  async #ask(options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON) {
    const found =
      this.getAttribute('act') === 'create'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
          });
    return (found as PublicKeyCredential | null)?.toJSON();
  }
}

customElements.define('passkey-form', PasskeyForm);
