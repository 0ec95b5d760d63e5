import type { Child } from 'hono/jsx';
import { marked } from 'marked';
import { raw } from '#ui/jsx/runtime.ts';
import { refName, type Schema } from './reference-data.ts';

/** Text of ours, written in Markdown. */
export const Prose = ({ text }: { text: string }) =>
  text ? (
    <div class="grid max-w-prose gap-2 break-words">{raw(marked.parse(text, { async: false }))}</div>
  ) : null;

/** What a value is, in a word or two: «text», «a list of Ticket», «`high`, `medium` or `low`». */
export const TypeOf = ({ schema }: { schema: Schema }): ReturnType<typeof Prose> => {
  const name = refName(schema);
  if (name)
    return (
      <a class="underline" href={`#schema-${name}`}>
        {name}
      </a>
    );
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants) return <Several of={variants.map((each) => <TypeOf schema={each} />)} />;
  if (schema.enum) return <Several of={schema.enum.map((each) => <code>{String(each)}</code>)} />;
  if (schema.type === 'array')
    return (
      <>
        list of <TypeOf schema={schema.items ?? {}} />
      </>
    );
  const types = [schema.type ?? 'anything'].flat().map((type) => (type === 'string' ? 'text' : type));
  const format = schema.format ? ` (${schema.format})` : '';
  return <>{`${types.join(' or ')}${format}`}</>;
};

const Several = ({ of }: { of: readonly Child[] }) => (
  <>
    {of.map((each, at) => (
      <>
        {at === 0 ? '' : at === of.length - 1 ? ' or ' : ', '}
        {each}
      </>
    ))}
  </>
);

const bounds = ({ maxLength, maxItems, default: otherwise }: Schema): string =>
  [
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
    maxItems === undefined ? '' : `at most ${maxItems}`,
    otherwise === undefined ? '' : `${JSON.stringify(otherwise)} when left out`,
  ]
    .filter(Boolean)
    .map((each) => `, ${each}`)
    .join('');

/** The fields of an object, one below the other. */
export const Fields = ({ schema }: { schema: Schema }) => {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0)
    return (
      <p class="text-sm text-secondary">
        <TypeOf schema={schema} />
      </p>
    );
  return (
    <dl class="grid gap-1">
      {fields.map(([name, field]) => (
        <div>
          <dt class="break-words">
            <code>{name}</code>{' '}
            <span class="text-secondary">
              <TypeOf schema={field} />
              {schema.required?.includes(name) ? '' : ', may be left out'}
              {bounds(field)}
            </span>
          </dt>
          <dd class="ml-4 text-sm text-secondary">
            <Prose text={field.description ?? ''} />
            {field.properties && <Fields schema={field} />}
          </dd>
        </div>
      ))}
    </dl>
  );
};
