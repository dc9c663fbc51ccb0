import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiHeader,
  ApiOkResponse,
  ApiResponse,
  type ApiResponseNoStatusOptions,
} from '@nestjs/swagger';
import { ETAG } from './routes.js';

const CONTENT_TAG = {
  ETag: { description: 'digest of the answer, in quotes', schema: { type: 'string' as const } },
};

const TAG_BESIDE = {
  ETag: {
    description:
      'version of the stream, in quotes; where other streams have something to say beside it, with a hyphen and a digest of that. If-Match takes it as it is',
    schema: { type: 'string' as const },
  },
};

/** Documents a route that answers with `versioned(…)`. */
export function AnswersVersionOf(body: Type<object>): MethodDecorator {
  return applyDecorators(ApiOkResponse({ type: body, headers: ETAG }), AnswersUnchanged());
}

/** Documents a route that answers with `versionedBeside(…)`. */
export function AnswersVersionBeside(body: Type<object>): MethodDecorator {
  return applyDecorators(ApiOkResponse({ type: body, headers: TAG_BESIDE }), AnswersUnchanged());
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
