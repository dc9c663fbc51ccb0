import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';

/** As it is published; `npm run docs:check` holds it against the code. */
const { paths, components } = JSON.parse(
  readFileSync('docs/reference/openapi.json', 'utf8'),
) as OpenAPIObject;

type Described = Record<string, { content?: Record<string, { schema?: object }> }>;

const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, { responses: Described }>).map(
    ([method, { responses }]) => [`${method.toUpperCase()} ${path}`, responses] as const,
  ),
);

/** Whether a schema says anything: a reference that leads somewhere, a type with its parts. */
function speaks(schema: object | undefined): boolean {
  if (!schema) return false;
  if ('$ref' in schema) {
    const name = String(schema.$ref).replace('#/components/schemas/', '');
    return speaks(components?.schemas?.[name]);
  }
  if ('type' in schema && schema.type === 'object')
    return 'properties' in schema || 'additionalProperties' in schema;
  return 'type' in schema || 'oneOf' in schema;
}

test('the description has the whole API', () => expect(operations.length).toBeGreaterThan(75));

describe.each(operations)('%s', (_, responses) => {
  test('describes every answer that is a success and has a body', () => {
    const successes = Object.keys(responses).filter((status) => /^2(?!04)/.test(status));
    const silent = Object.keys(responses).filter((status) => status === '204');
    expect(successes.length + silent.length).toBeGreaterThan(0);
    for (const status of successes) {
      const contents = Object.values(responses[status]?.content ?? {});
      expect([
        status,
        contents.length > 0 && contents.every(({ schema }) => speaks(schema)),
      ]).toEqual([status, true]);
    }
  });

  test('answers with a problem document when it is refused', () => {
    const Problem = { schema: { $ref: '#/components/schemas/Problem' } };
    for (const status of ['4XX', '5XX'])
      expect(responses[status]?.content).toEqual({ 'application/problem+json': Problem });
  });
});
