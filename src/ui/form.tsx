import type { Child } from 'hono/jsx';
import type { Language } from '#lib/language.ts';
import { type FieldError, uiTexts } from './ui.ts';

/** What a form shows again after bad input: what was typed, and for each field the key of what to do. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}
export const nothingTyped: Typed = { values: {}, errors: {} };

const errorId = (name: string) => `${name}-error`;
const hintId = (name: string) => `${name}-hint`;

const describedBy = (name: string, hint: unknown, error: string | undefined) =>
  [hint ? hintId(name) : '', error ? errorId(name) : ''].filter(Boolean).join(' ') || undefined;

const isFieldError = (key: string, language: Language) =>
  uiTexts(language)(`error.${key}` as `error.${FieldError}`) !== `error.${key}`;

/** The sentence for a field's error: a key of the shared ones, or a sentence of the feature's own. */
export const fieldError = (key: string, language: Language): string =>
  isFieldError(key, language) ? uiTexts(language)(`error.${key}` as `error.${FieldError}`) : key;

const ErrorLine = ({
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

interface Common {
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

const Label = ({ name, id = name, label, language, optional, hint }: Common) => (
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

interface TextFieldProps extends Common {
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'password'
    | 'datetime-local'
    | 'date'
    | 'number'
    | 'color'
    | 'time';
  readonly autocomplete?: string;
  readonly autofocus?: boolean;
  readonly suggestions?: readonly string[];
  readonly inputmode?: 'numeric' | 'email' | 'tel' | 'url' | 'text';
  readonly step?: string;
}

/** A field of one line with its label, hint, error and what was typed. A password is never shown again. */
export const TextField = (props: TextFieldProps) => {
  const { name, id = name, typed, value, type = 'text', suggestions, hint } = props;
  const error = typed.errors[name];
  return (
    <div class="mb-5">
      <Label {...props} />
      <input
        id={id}
        name={name}
        type={type}
        value={type === 'password' ? undefined : (typed.values[name] ?? value ?? '')}
        class={`input mt-1 w-full text-base ${error ? 'input-error' : ''} ${type === 'color' ? 'h-11 w-24 p-1' : ''}`}
        autocomplete={props.autocomplete}
        autofocus={props.autofocus}
        inputmode={props.inputmode}
        step={props.step}
        list={suggestions?.length ? `${id}-list` : undefined}
        required={!props.optional}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      {suggestions && suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option value={each} />
          ))}
        </datalist>
      )}
      <ErrorLine name={id} error={error} language={props.language} />
    </div>
  );
};

/** A field of several lines. */
export const TextArea = (props: Common & { readonly rows?: number }) => {
  const { name, id = name, typed, value, rows = 4, hint } = props;
  const error = typed.errors[name];
  return (
    <div class="mb-5">
      <Label {...props} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        class={`textarea mt-1 w-full text-base ${error ? 'textarea-error' : ''}`}
        required={!props.optional}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {/* the parser drops the first line break after the tag, so one more keeps what was typed */}
        {`\n${typed.values[name] ?? value ?? ''}`}
      </textarea>
      <ErrorLine name={id} error={error} language={props.language} />
    </div>
  );
};

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly group?: string;
}

/** A list to choose one from; choices may stand in groups. */
export const SelectField = (
  props: Common & { readonly choices: readonly Choice[]; readonly empty?: string },
) => {
  const { name, id = name, typed, value, choices, hint } = props;
  const error = typed.errors[name];
  const chosen = typed.values[name] ?? value ?? '';
  const groups = [...new Set(choices.map(({ group }) => group ?? ''))];
  const options = (group: string) =>
    choices
      .filter((each) => (each.group ?? '') === group)
      .map((each) => (
        <option value={each.value} selected={each.value === chosen}>
          {each.label}
        </option>
      ));
  return (
    <div class="mb-5">
      <Label {...props} />
      <select
        id={id}
        name={name}
        class={`select mt-1 w-full text-base ${error ? 'select-error' : ''}`}
        required={!props.optional}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {props.empty !== undefined && (
          <option value="" selected={chosen === ''}>
            {props.empty}
          </option>
        )}
        {groups.map((group) =>
          group ? <optgroup label={group}>{options(group)}</optgroup> : options(group),
        )}
      </select>
      <ErrorLine name={id} error={error} language={props.language} />
    </div>
  );
};

/** A question with a few answers, each with its explanation: one can be chosen. */
export const RadioField = (props: Common & { readonly choices: readonly Choice[] }) => {
  const { name, id = name, typed, value, choices, hint, label } = props;
  const error = typed.errors[name];
  const chosen = typed.values[name] ?? value ?? '';
  return (
    <fieldset class="mb-6" aria-describedby={describedBy(id, hint, error)}>
      <legend class="font-medium">{label}</legend>
      {hint && (
        <p id={hintId(id)} class="text-sm text-secondary">
          {hint}
        </p>
      )}
      <div class="mt-2 grid gap-2">
        {choices.map((each) => (
          <label class="flex cursor-pointer gap-3 rounded-box border border-base-300 bg-base-100 p-3 has-checked:border-primary has-checked:outline has-checked:outline-primary">
            <input
              type="radio"
              class="radio radio-primary mt-0.5"
              name={name}
              value={each.value}
              checked={each.value === chosen}
              required={!props.optional}
            />
            <span>
              <span class="font-medium">{each.label}</span>
              {each.hint && <span class="block text-sm text-secondary">{each.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <ErrorLine name={id} error={error} language={props.language} />
    </fieldset>
  );
};

interface TickProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly checked: boolean;
  readonly hint?: string;
}

/** A box to tick. */
export const Tick = ({ name, label, value = 'on', checked, hint }: TickProps) => (
  <label class="mb-2 flex cursor-pointer gap-3 py-1">
    <input type="checkbox" class="checkbox checkbox-primary" name={name} value={value} checked={checked} />
    <span>
      {label}
      {hint && <span class="block text-sm text-secondary">{hint}</span>}
    </span>
  </label>
);

interface FormProps {
  readonly action: string;
  /** A new id for each time the form is drawn: sent twice, it has one effect. */
  readonly once: string;
  readonly files?: boolean;
  readonly class?: string;
  readonly id?: string;
  readonly children?: Child;
}

/** A form that may be sent twice and has one effect. */
export const Form = ({ action, once, files, children, id, class: look }: FormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    class={look}
    enctype={files ? 'multipart/form-data' : undefined}
    novalidate
  >
    <input type="hidden" name="once" value={once} />
    {children}
  </form>
);

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

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

interface FileFieldProps {
  /** `files` otherwise; for a page with several forms that take files. */
  readonly id?: string;
  readonly language: Language;
  readonly typed: Typed;
  /** Files that came with a form that was not taken: they need not be chosen again. */
  readonly kept: readonly KeptFile[];
}

/** Files by choosing, dragging, pasting or a phone's camera. Works as a plain file field without scripts. */
export const FileField = ({ id = 'files', language, typed, kept }: FileFieldProps) => {
  const say = uiTexts(language);
  const error = typed.errors.files;
  return (
    <file-drop
      class="mb-5 block rounded-box border border-dashed border-base-300 p-3"
      data-remove={say('form.files_remove')}
      data-too-large={say('form.files_too_large')}
      data-too-many={say('error.too_many_files')}
      data-pasted={say('form.files_pasted')}
    >
      <label for={id} class="block font-medium">
        {say('form.files')} <span class="font-normal text-secondary">({say('form.optional')})</span>
      </label>
      <p id={hintId(id)} class="text-sm text-secondary">
        <span class="noscript:hidden">{say('form.files_ways')} </span>
        {say('form.files_hint')}
      </p>
      {kept.length > 0 && (
        <fieldset class="mt-2">
          <legend class="text-sm font-medium">{say('form.files_kept')}</legend>
          {kept.map((file) => (
            <Tick name="kept" value={file.id} label={file.name} checked hint={say('form.keep')} />
          ))}
        </fieldset>
      )}
      <input
        id={id}
        type="file"
        name="files"
        multiple
        class="file-input mt-2 w-full"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, true, error)}
      />
      <label
        data-camera
        class="btn mt-2 hidden focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-primary pointer-coarse:inline-flex pointer-coarse:noscript:hidden"
      >
        {say('form.files_camera')}
        <input type="file" accept="image/*" capture="environment" class="sr-only" />
      </label>
      <ul data-chosen class="mt-1 text-sm" aria-live="polite" />
      <p data-warning role="alert" class="mt-1 font-medium text-error empty:hidden" />
      <ErrorLine name={id} error={error} language={language} />
    </file-drop>
  );
};
