import type { Child } from 'hono/jsx';
import type { Language } from '#lib/language.ts';
import { fieldError, type Typed } from './field.tsx';
import { uiTexts } from './ui.ts';

export * from './choice-fields.tsx';
export { fieldError, nothingTyped, type Typed } from './field.tsx';
export * from './file-field.tsx';
export * from './text-fields.tsx';

interface FormProps {
  readonly action: string;
  /** A new id for each time the form is drawn: sent twice, it has one effect. */
  readonly once: string;
  readonly files?: boolean;
  readonly class?: string;
  readonly id?: string;
  /** Shown again with what was typed: a page that fetches itself anew leaves it alone. */
  readonly again?: boolean;
  readonly children?: Child;
}

/** A form that may be sent twice and has one effect. */
export const Form = ({ action, once, files, children, id, again, class: look }: FormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    class={look}
    enctype={files ? 'multipart/form-data' : undefined}
    data-typed={again || undefined}
    novalidate
  >
    <input type="hidden" name="once" value={once} />
    {children}
  </form>
);

/** First in a form that has several buttons: the enter key presses the first, and that shall be sending. */
export const EnterSends = () => <button type="submit" hidden />;

/** Says above a form that something has to be mended, when something has. */
export const MendNotice = ({ typed, language }: { typed: Typed; language: Language }) => {
  const count = Object.keys(typed.errors).length;
  if (count === 0) return null;
  const whole = typed.errors.form;
  return (
    <div role="alert" class="alert mb-5 border-error bg-base-100 text-base">
      <span aria-hidden="true" class="text-error">
        ▲
      </span>
      {whole ? fieldError(whole, language) : uiTexts(language)('form.mend')}
    </div>
  );
};
