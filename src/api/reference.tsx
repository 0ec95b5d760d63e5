import type { Child } from 'hono/jsx';
import { loadOffice } from '#settings/office.ts';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Section } from '#ui/parts.tsx';
import type { ApiContext } from './context.ts';
import type { ApiDocument } from './document.ts';
import { problemKinds } from './problems.ts';
import {
  bodyOf,
  type Operation,
  operationsOf,
  type Parameter,
  resolve,
  type Schema,
  successOf,
} from './reference-data.ts';
import { Fields, Prose, TypeOf } from './reference-parts.tsx';
import { scopes } from './scopes.ts';

/** The API explained to people, from the very document that its programs read. */
export async function referencePage(c: ApiContext, document: ApiDocument) {
  const { scope, nonce } = c.env;
  const { agency, timeZone } = await loadOffice(scope.db);
  const page: Page = {
    language: 'en',
    person: null,
    brand: { name: agency?.name ?? 'Nazorg', accent: agency?.accent ?? '#0b6e4f' },
    timeZone,
    now: scope.now(),
    path: '/api/v1/',
    done: null,
    nonce,
  };
  return c.html(`<!DOCTYPE html>${await (<Reference page={page} document={document} />)}`);
}

const Reference = ({ page, document }: { page: Page; document: ApiDocument }) => {
  const operations = operationsOf(document);
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>);
  return (
    <Layout page={page} face="bare" title="API">
      <h1 class="mb-4 text-2xl font-semibold">API</h1>
      <Section>
        <Prose text={document.info.description ?? ''} />
        <p>
          <a class="underline" href="/api/v1/openapi.json">
            The same as an OpenAPI 3.1 document
          </a>
        </p>
      </Section>
      <nav aria-label="Contents" class="mb-6">
        <ul class="flex flex-wrap gap-x-4 gap-y-1">
          {document.tags.map(({ name }) => (
            <li>
              <a class="underline" href={`#${anchor('tag', name)}`}>
                {name}
              </a>
            </li>
          ))}
          {['Scopes', 'Schemas', 'Problems'].map((name) => (
            <li>
              <a class="underline" href={`#${name.toLowerCase()}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {document.tags.map(({ name, description }) => (
        <Section id={anchor('tag', name)} title={name}>
          <p class="mb-4 text-secondary">{description}</p>
          {operations
            .filter(({ tag }) => tag === name)
            .map((operation) => (
              <OperationPart operation={operation} document={document} />
            ))}
        </Section>
      ))}
      <Section id="scopes" title="Scopes">
        <Terms
          terms={Object.entries(scopes).map(([name, meaning]) => [<code>{name}</code>, `${meaning}.`])}
        />
      </Section>
      <Section id="schemas" title="Schemas">
        {schemas.map(([name, schema]) => (
          <article id={`schema-${name}`} class="mb-6 border-t border-base-300 pt-3">
            <h3 class="font-semibold">{name}</h3>
            <Prose text={schema.description ?? ''} />
            <Fields schema={schema} />
          </article>
        ))}
      </Section>
      <Section id="problems" title="Problems">
        {Object.entries(problemKinds).map(([kind, { status, title, remedy }]) => (
          <article id={`problem-${kind}`} class="mb-4">
            <h3 class="font-semibold">
              {title} <span class="font-normal text-secondary">({status})</span>
            </h3>
            <Prose text={remedy} />
          </article>
        ))}
      </Section>
    </Layout>
  );
};

const anchor = (kind: string, name: string) => `${kind}-${name.toLowerCase().replaceAll(' ', '-')}`;

const OperationPart = ({ operation, document }: { operation: Operation; document: ApiDocument }) => {
  const { method, path, summary, description, parameters, id } = operation;
  const [body, success] = [bodyOf(operation), successOf(operation)];
  return (
    <article id={id} class="mb-6 border-t border-base-300 pt-3">
      <h3 class="font-semibold">{summary}</h3>
      <p class="my-1 break-words">
        <code>
          <span class="font-bold">{method.toUpperCase()}</span> {path}
        </code>
      </p>
      <Prose text={description} />
      {parameters.length > 0 && (
        <>
          <h4 class="mt-2 font-medium">Takes</h4>
          <Terms terms={parameters.map(parameterTerm)} />
        </>
      )}
      {body && (
        <>
          <h4 class="mt-2 font-medium">
            Body: <TypeOf schema={body} />
          </h4>
          <Fields schema={resolve(document, body)} />
        </>
      )}
      <p class="mt-2">
        Answers {success.status}
        {success.schema && (
          <>
            , <TypeOf schema={success.schema} />
          </>
        )}
        . {success.description}
      </p>
    </article>
  );
};

const parameterTerm = ({ name, in: place, required, description, schema }: Parameter): [Child, Child] => [
  <>
    <code>{name}</code>{' '}
    <span class="text-secondary">
      {place === 'query' ? '' : `in the ${place}, `}
      <TypeOf schema={schema} />
      {required ? ', required' : ''}
    </span>
  </>,
  <Prose text={description ?? ''} />,
];

const Terms = ({ terms }: { terms: readonly (readonly [Child, Child])[] }) => (
  <dl class="grid gap-1">
    {terms.map(([term, meaning]) => (
      <div>
        <dt class="break-words">{term}</dt>
        <dd class="ml-4 text-sm text-secondary">{meaning}</dd>
      </div>
    ))}
  </dl>
);
