import { applyDecorators, type Type } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { ETAG } from './routes.js';

/** Documents a route that answers with `versioned(…)`. */
export function AnswersVersionOf(body: Type<object>): MethodDecorator {
  return applyDecorators(ApiOkResponse({ type: body, headers: ETAG }), AnswersUnchanged());
}

/** Documents that a route answers 304 to whoever has that version already. */
export function AnswersUnchanged(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'the ETag of the answer that the caller has',
    }),
    ApiResponse({ status: 304, description: 'the caller has that version already' }),
  );
}
