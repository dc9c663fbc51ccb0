import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

const NEXT = 'send it as `after` for the next page; null on the last one';
const POSITION = 'the position that the answer is from; decimal';

/** Documents a route that answers with a `PageOf` these items. */
export function AnswersPageOf(item: Type<object>): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'next', 'position'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          next: { type: ['string', 'null'], description: NEXT },
          position: { type: 'string', description: POSITION },
        },
      },
    }),
  );
}
