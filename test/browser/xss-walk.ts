import type { Page } from 'playwright-core';
import { everything, files, payloads } from './xss-corpus.ts';

export interface Taken {
  readonly action: string;
  /** The fields that went with it and held something of the corpus. */
  readonly fields: readonly string[];
  readonly status: number;
}

interface Walked {
  readonly links: readonly string[];
  readonly taken: readonly Taken[];
  /** Pages that showed what was typed again. */
  readonly shownAgain: readonly string[];
}

/** What ends something or somebody, which the pages to look at need. */
const leftAlone =
  '(sign-out|/language|deactivation|removal|revocation|/end$|/profile/(password|address|security)|second-factor|/withdrawal|/drop$|/sign-off|/refusal|/settings/(hours|exceptions|duty))';

/**
 * Fills in every text field and file field of every form of a page with the corpus and sends it, as often as `rounds`
 * says, each time with other payloads in its short fields. What is refused is put right field by field, and sent again.
 */
export function fillForms(page: Page, path: string, at: number, rounds: number): Promise<Walked> {
  const short = payloads.filter((each) => !each.includes('\n'));
  const wanted = { path, at, rounds, short, everything, files, leftAlone };
  return page.evaluate(async ({ path, at, rounds, short, everything, files, leftAlone }) => {
    const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
    const skip = new RegExp(leftAlone);
    const taken: { action: string; fields: string[]; status: number }[] = [];
    const shownAgain: string[] = [];
    const answer = await fetch(path);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return { links: [], taken, shownAgain };
    const page = parse(await answer.text());
    const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')]
      .filter((link) => !link.hasAttribute('download'))
      .map((link) => link.getAttribute('href')!.replace(/#.*$/, ''));
    const isText = (field: Element) =>
      field.matches(
        'textarea, input:not([type]), input[type=text], input[type=url], input[type=tel], input[type=search]',
      ) && !field.matches('[inputmode=numeric], [inputmode=decimal]');
    let next = at;
    const dataOf = (form: HTMLFormElement, refused: Set<string>, attempt: number) => {
      const data = new FormData();
      const fields: string[] = [];
      for (const field of form.elements as unknown as Iterable<HTMLInputElement>) {
        const { name, type } = field;
        if (!name || type === 'submit' || field.tagName === 'BUTTON') continue;
        const own = attempt > 1 && refused.has(name);
        if (type === 'file') {
          for (const file of files) {
            const bytes = Uint8Array.from(file.content, (each) => each.charCodeAt(0));
            data.append(name, new File([bytes], file.name, { type: file.type }));
          }
          fields.push(name);
        } else if (type === 'checkbox' || type === 'radio') {
          const first = form.querySelector(`[name="${CSS.escape(name)}"]`) === field;
          const none = type === 'radio' && !form.querySelector(`[name="${CSS.escape(name)}"]:checked`);
          if (field.checked || (none && first)) data.append(name, field.value);
        } else if (field.tagName === 'SELECT') {
          const options = [...(field as unknown as HTMLSelectElement).options].map(({ value }) => value);
          data.append(name, field.value || options.find(Boolean) || '');
        } else if (isText(field) && !own) {
          const long = field.tagName === 'TEXTAREA' && !(attempt > 0 && refused.has(name));
          const line = short[next++ % short.length]!;
          data.append(name, long ? everything : attempt > 0 && refused.has(name) ? short[20]! : line);
          fields.push(name);
        } else {
          const made: Record<string, string> = { email: `xss${next++}@example.test`, date: '2027-03-01' };
          data.append(name, field.value || made[type] || (isText(field) || type === 'number' ? '1' : ''));
        }
      }
      return { data, fields };
    };
    for (const form of page.querySelectorAll<HTMLFormElement>('form[method=post]')) {
      const action = form.getAttribute('action') ?? path;
      if (skip.test(action) || ![...form.elements].some((each) => isText(each))) continue;
      const submit = form.querySelector<HTMLButtonElement>('button[type=submit][name]');
      for (let round = 0; round < rounds; round++) {
        const refused = new Set<string>();
        for (let attempt = 0; attempt < 3; attempt++) {
          const { data, fields } = dataOf(form, refused, attempt);
          if (data.has('once')) data.set('once', crypto.randomUUID());
          if (submit && submit.name !== 'preview') data.append(submit.name, submit.value);
          const done = await fetch(action, { method: 'POST', body: data });
          taken.push({ action, fields, status: done.status });
          if (done.ok) {
            links.push(new URL(done.url).pathname);
            break;
          }
          const again = await done.text();
          if (attempt === 0) shownAgain.push(again);
          const before = refused.size;
          for (const field of parse(again).querySelectorAll<HTMLInputElement>('[aria-invalid=true]'))
            refused.add(field.name);
          if (done.status !== 422 || (attempt === 0 && refused.size === before)) break;
        }
      }
    }
    return { links, taken, shownAgain };
  }, wanted);
}
