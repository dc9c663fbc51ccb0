import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from './problem-schema.js';

const REFUSED = {
  description: 'refused: a problem document says why, in Chinese or English by Accept-Language',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The description of the API, made from its controllers. */
export function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Service centre')
    .setDescription(
      'The system of record of a product service centre: tickets, visits and their history.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
  return withProblems(document);
}

/** Every operation may be refused, and always in the same form. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as object) as { responses?: object }[]) {
      if (operation.responses)
        Object.assign(operation.responses, { '4XX': REFUSED, '5XX': REFUSED });
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema };
  return { ...document, components: { ...document.components, schemas } };
}
