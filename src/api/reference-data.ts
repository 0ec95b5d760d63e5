import type { ApiDocument } from './document.ts';

/** The parts of a JSON schema that the reference shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
  readonly description?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Answer;
  readonly responses: Readonly<Record<string, Answer>>;
}

/** Every operation of a document, flat. */
export const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Record<string, unknown>>).map(([method, operation]) => ({
      ...(operation as unknown as Operation),
      id: operation.operationId as string,
      tag: (operation.tags as string[])[0] ?? '',
      parameters: (operation.parameters as Parameter[] | undefined) ?? [],
      method,
      path,
    })),
  );

const schemaOf = (answer: Answer | undefined): Schema | undefined =>
  Object.values(answer?.content ?? {})[0]?.schema;

export const bodyOf = ({ requestBody }: Operation): Schema | undefined => schemaOf(requestBody);

/** What an operation answers when it was done. */
export function successOf({ responses }: Operation) {
  const [status = '', answer] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  return { status, description: answer?.description ?? '', schema: schemaOf(answer) };
}

/** The name that a reference leads to. */
export const refName = (schema: Schema): string | undefined => schema.$ref?.split('/').at(-1);

export function resolve(document: ApiDocument, schema: Schema): Schema {
  const name = refName(schema);
  return name ? ((document.components?.schemas?.[name] ?? {}) as Schema) : schema;
}
