import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiHeader,
  ApiOkResponse,
  ApiResponse,
  type ApiResponseNoStatusOptions,
} from '@nestjs/swagger';

const CONTENT_TAG = {
  ETag: { description: 'digest of the answer, in quotes', schema: { type: 'string' as const } },
};

const VERSION_TAG = {
  ETag: {
    description:
      'version of the stream, in quotes; where more is told than its events say, with a hyphen and a digest of that. If-Match takes it as it is',
    schema: { type: 'string' as const },
  },
};

/** Documents a route that answers with `versioned(…)`, or `versionedBeside(…)`. */
export function AnswersVersionOf(body: Type<object>): MethodDecorator {
  return applyDecorators(ApiOkResponse({ type: body, headers: VERSION_TAG }), AnswersUnchanged());
}

/** Documents a route that answers with `taggedByContent(…)`, by type, or as said. */
export function AnswersContentOf(
  body: Type<object> | Omit<ApiResponseNoStatusOptions, 'headers'>,
): MethodDecorator {
  const described = typeof body === 'function' ? { type: body } : body;
  return applyDecorators(ApiOkResponse({ ...described, headers: CONTENT_TAG }), AnswersUnchanged());
}

/** Documents that a route answers 304 to whoever has the same already. */
function AnswersUnchanged(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'the ETag of the answer that the caller has',
    }),
    ApiResponse({ status: 304, description: 'the caller has the same already' }),
  );
}
