import { describedBy, ErrorLine, type FieldProps, Label } from './field.tsx';
import { TextTools } from './text-tools.tsx';

interface TextFieldProps extends FieldProps {
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
  /** What the enter key of a phone's keyboard says. */
  readonly enterkeyhint?: 'done' | 'next' | 'search' | 'send';
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
        enterkeyhint={props.enterkeyhint}
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

interface TextAreaProps extends FieldProps {
  readonly rows?: number;
  /** Its Markdown is shown to whoever reads it: the tools for that stand with it. */
  readonly tools?: boolean;
  /** The address of those who can be called by name in it. */
  readonly names?: string | undefined;
}

/** A field of several lines. */
export const TextArea = (props: TextAreaProps) => {
  const { name, id = name, typed, value, rows = 4, hint, tools, names } = props;
  const error = typed.errors[name];
  return (
    <div class={tools ? 'relative mb-5' : 'mb-5'}>
      <Label {...props} />
      {tools && <TextTools id={id} language={props.language} />}
      {names && <name-list src={names} />}
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
