import { describedBy, ErrorLine, type FieldProps, hintId, Label } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly group?: string;
}

/** A list to choose one from; choices may stand in groups. */
export const SelectField = (
  props: FieldProps & { readonly choices: readonly Choice[]; readonly empty?: string },
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
export const RadioField = (props: FieldProps & { readonly choices: readonly Choice[] }) => {
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
