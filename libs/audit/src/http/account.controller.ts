import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { NotFound } from '@app/kernel';
import { SlugPipe } from '@app/command-routes';
import {
  AnswersUnchanged,
  ETAG,
  FromRequest,
  versioned,
  type Sent,
  type Versioned,
} from '@app/http';
import { Can } from '@app/identity';
import { accountText, type Account } from '../account.js';
import { askOf } from '../ask.js';
import { Audit } from '../audit.js';
import { TicketAccountBody } from './answers.dto.js';
import { AccountQuery } from './audit.dto.js';

@ApiTags('audit')
@Controller('tickets')
export class AccountController {
  constructor(private readonly audit: Audit) {}

  /** A ticket's history in plain words: as text, or line by line where JSON is asked for. */
  @Get(':ticket/account')
  @Can('read-ticket')
  @AnswersUnchanged()
  @ApiExtraModels(TicketAccountBody)
  @ApiOkResponse({
    headers: ETAG,
    content: {
      'text/plain': { schema: { type: 'string' } },
      'application/json': { schema: { $ref: getSchemaPath(TicketAccountBody) } },
    },
  })
  async account(
    @Param('ticket', SlugPipe) ticket: string,
    @Query() { lang, ...which }: AccountQuery,
    @FromRequest() { language }: Sent,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Versioned<Account | string>> {
    const account = await this.audit
      .account(`ticket-${ticket}`, lang ?? language, askOf(which))
      .catch((error: unknown) => {
        throw isNoStream(error) ? unknownTicket(ticket) : error;
      });
    response.vary('Accept').vary('Accept-Language').set('Content-Language', account.language);
    if (request.accepts(['text/plain', 'application/json']) === 'application/json') {
      return versioned(account.version, account);
    }
    response.type('text/plain; charset=utf-8');
    return versioned(account.version, accountText(account));
  }
}

function isNoStream(error: unknown): boolean {
  return error instanceof NotFound && error.code === 'stream-not-found';
}

/** Who asks for an account has heard of tickets, not of streams. */
function unknownTicket(ticket: string): NotFound {
  return new NotFound('unknown-ticket', {
    zh: `没有编号为 ${ticket} 的工单`,
    en: `there is no ticket ${ticket}`,
  });
}
