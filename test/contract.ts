import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiDocument } from '#api/document.ts';
import { type Operation, operationsOf, type Schema } from '#api/reference-data.ts';
import { packageRoot } from '#lib/root.ts';
import type { Answer } from './program.ts';

/** The committed document: what everybody outside builds upon. */
export const committed = JSON.parse(readFileSync(join(packageRoot, 'openapi.json'), 'utf8')) as ApiDocument;
export const operations = operationsOf(committed);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(committed, 'openapi.json');

interface Declared {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema: Schema }>;
}

/** What is wrong with an answer by the document; nothing when it is as declared. */
export function faultsOf(operation: Operation, answer: Answer): string[] {
  const { status, headers, json } = answer;
  const declared = operation.responses[status] as Declared | undefined;
  if (!declared) return [`${status} is not declared: ${answer.text.slice(0, 300)}`];
  const response = declared.$ref ? (at(declared.$ref) as Declared) : declared;
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!response.content) return answer.text ? [`${status} has a body`] : [];
  if (!response.content[type]) return [`${status} is ${type}, not ${Object.keys(response.content)}`];
  if (!/json/.test(type)) return [];
  const pointer = declared.$ref ?? pointerOf(operation, status);
  const validate = ajv.compile({
    $ref: `openapi.json${pointer}/content/${escapePart(type)}/schema`,
  });
  return validate(json) ? [] : [ajv.errorsText(validate.errors)];
}

const escapePart = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
const pointerOf = ({ path, method }: Operation, status: number) =>
  `#/paths/${escapePart(path)}/${method}/responses/${status}`;

function at(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((found, part) => (found as Record<string, unknown>)[part], committed);
}

/** A value that a schema takes; `known` gives ids and the like by the name of the field. */
export function sampleOf(schema: Schema, known: Record<string, unknown>, name = ''): unknown {
  if (schema.$ref) return sampleOf(at(schema.$ref) as Schema, known, name);
  if (name in known) return known[name];
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat()[0];
  if (type === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(([key]) => schema.required?.includes(key));
    return Object.fromEntries(wanted.map(([key, field]) => [key, sampleOf(field, known, key)]));
  }
  if (type === 'array') return [];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (schema.format === 'date-time') return '2026-10-20T10:00:00Z';
  if (schema.format === 'date') return '2026-10-20';
  if (schema.format === 'uuid') return '00000000-0000-4000-8000-ffffffffffff';
  return 'Woorden';
}
