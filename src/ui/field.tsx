import type { Child } from 'hono/jsx';
import type { Language } from '#lib/language.ts';
import { type FieldError, uiTexts } from './ui.ts';

/** What a form shows again after bad input: what was typed, and for each field the key of what to do. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}
export const nothingTyped: Typed = { values: {}, errors: {} };

/** The ids by which a field names its error and its hint to those who do not see them. */
export const errorId = (name: string) => `${name}-error`;
export const hintId = (name: string) => `${name}-hint`;

export const describedBy = (name: string, hint: unknown, error: string | undefined) =>
  [hint ? hintId(name) : '', error ? errorId(name) : ''].filter(Boolean).join(' ') || undefined;

const isFieldError = (key: string, language: Language) =>
  uiTexts(language)(`error.${key}` as `error.${FieldError}`) !== `error.${key}`;

/** The sentence for a field's error: a key of the shared ones, or a sentence of the feature's own. */
export const fieldError = (key: string, language: Language): string =>
  isFieldError(key, language) ? uiTexts(language)(`error.${key}` as `error.${FieldError}`) : key;

/** The sentence of what to do, at its field. */
export const ErrorLine = ({
  name,
  error,
  language,
}: {
  name: string;
  error: string | undefined;
  language: Language;
}) =>
  error ? (
    <p id={errorId(name)} class="mt-1 flex gap-1 font-medium text-error">
      <span aria-hidden="true">▲</span>
      {fieldError(error, language)}
    </p>
  ) : null;

/** What every field has. */
export interface FieldProps {
  readonly name: string;
  /** Its name otherwise; for a page on which several forms have a field of this name. */
  readonly id?: string;
  readonly label: string;
  readonly language: Language;
  readonly typed: Typed;
  /** What stands in the field before anybody typed. */
  readonly value?: string | null;
  readonly hint?: Child;
  readonly optional?: boolean;
}

/** A field's name, whether it may be left empty, and its hint. */
export const Label = ({ name, id = name, label, language, optional, hint }: FieldProps) => (
  <>
    <label for={id} class="block font-medium">
      {label}
      {optional && <span class="font-normal text-secondary"> ({uiTexts(language)('form.optional')})</span>}
    </label>
    {hint && (
      <p id={hintId(id)} class="text-sm text-secondary">
        {hint}
      </p>
    )}
  </>
);
