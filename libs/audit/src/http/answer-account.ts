import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AnswersContentOf, taggedByContent, type Tagged } from '@app/http';
import { accountText, type Account } from '../account.js';
import { StreamAccountBody } from './answers.dto.js';

/** Documents a route that tells an account: as text, or line by line where JSON is asked for. */
export function AnswersAccount(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(StreamAccountBody),
    AnswersContentOf({
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
): Tagged<Account | string> {
  response.vary('Accept').vary('Accept-Language').set('Content-Language', account.language);
  if (request.accepts(['text/plain', 'application/json']) === 'application/json') {
    return taggedByContent(account);
  }
  response.type('text/plain; charset=utf-8');
  return taggedByContent(accountText(account));
}
