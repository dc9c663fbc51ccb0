import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Answer } from '../../../apps/server/src/testing/test-client.js';

type Schema = Record<string, unknown>;
type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };

/** The published description; a field that it does not name is not to be answered. */
const { paths, components } = JSON.parse(
  readFileSync('docs/reference/openapi.json', 'utf8'),
  (_, value: unknown) =>
    isObjectSchema(value) ? { additionalProperties: false, ...value } : value,
) as OpenAPIObject;

const routes = Object.entries(paths).map(([path, operations]) => ({
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  operations: operations as Record<string, Operation>,
}));

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const compiled = new Map<Schema, ValidateFunction>();

/**
 * Holds an answer against the description of its route.
 *
 * @throws Error it is not as described; where the code is right, `npm run docs:write` describes it anew
 */
export function expectDescribed(
  method: string,
  url: string,
  { status, headers, body }: Answer<unknown>,
): void {
  if (status === 204 || status === 304) return;
  const { pathname } = new URL(url);
  const responses = responsesOf(method, pathname);
  if (!responses) return;
  const type = String(headers.get('content-type')).split(';', 1)[0]!;
  const response = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  const schema = response?.content?.[type]?.schema;
  const faults = schema ? faultsOf(schema, body) : `no ${type} is described`;
  if (faults) throw new Error(`${method} ${pathname}, ${status}, is not as described: ${faults}`);
}

function responsesOf(method: string, pathname: string): Operation['responses'] | undefined {
  const route = routes.find(({ pattern }) => pattern.test(pathname));
  return route?.operations[method.toLowerCase()]?.responses;
}

function faultsOf(schema: Schema, body: unknown): string | undefined {
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components });
  compiled.set(schema, validate);
  return validate(body) ? undefined : ajv.errorsText(validate.errors);
}

function isObjectSchema(value: unknown): value is Schema {
  if (typeof value !== 'object' || value === null) return false;
  return 'type' in value && value.type === 'object' && 'properties' in value;
}
