import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AnswersUnchanged, ETAG, versioned, type Versioned } from '@app/http';
import { accountText, type Account } from '../account.js';
import { StreamAccountBody } from './answers.dto.js';

/** Documents a route that tells an account: as text, or line by line where JSON is asked for. */
export function AnswersAccount(): MethodDecorator {
  return applyDecorators(
    AnswersUnchanged(),
    ApiExtraModels(StreamAccountBody),
    ApiOkResponse({
      headers: ETAG,
      content: {
        'text/plain': { schema: { type: 'string' } },
        'application/json': { schema: { $ref: getSchemaPath(StreamAccountBody) } },
      },
    }),
  );
}

/** The account in the form and language that the request asks for. */
export function answerAccount(
  account: Account,
  request: Request,
  response: Response,
): Versioned<Account | string> {
  response.vary('Accept').vary('Accept-Language').set('Content-Language', account.language);
  if (request.accepts(['text/plain', 'application/json']) === 'application/json') {
    return versioned(account.version, account);
  }
  response.type('text/plain; charset=utf-8');
  return versioned(account.version, accountText(account));
}
