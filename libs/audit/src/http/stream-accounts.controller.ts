import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { NotFound } from '@app/kernel';
import { FromRequest, SlugPipe, type Sent, type Tagged } from '@app/http';
import { Can } from '@app/identity';
import type { Account } from '../account.js';
import { pointInHistoryOf } from '../point-in-history.js';
import { Audit } from '../audit.js';
import { AnswersAccount, answerAccount } from './answer-account.js';
import { AccountQuery } from './audit.dto.js';
import { MayReadStream } from './may-read-stream.guard.js';
import { StreamPipe } from './stream.pipe.js';

@ApiTags('audit')
@Controller()
export class StreamAccountsController {
  constructor(private readonly audit: Audit) {}

  /** A stream's history in plain words: as text, or line by line where JSON is asked for. */
  @Get('streams/:stream/account')
  @UseGuards(MayReadStream)
  @Can('replay-stream')
  @AnswersAccount()
  async streamAccount(
    @Param('stream', StreamPipe) stream: string,
    @Query() { lang, ...which }: AccountQuery,
    @FromRequest() { language }: Sent,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Tagged<Account | string>> {
    const account = await this.audit.account(stream, lang ?? language, pointInHistoryOf(which));
    return answerAccount(account, request, response);
  }

  /** A ticket's history in plain words: as text, or line by line where JSON is asked for. */
  @Get('tickets/:ticket/account')
  @Can('replay-stream')
  @AnswersAccount()
  account(
    @Param('ticket', SlugPipe) ticket: string,
    @Query() query: AccountQuery,
    @FromRequest() sent: Sent,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Tagged<Account | string>> {
    return this.streamAccount(`ticket-${ticket}`, query, sent, request, response).catch(
      (error: unknown) => {
        throw isNoStream(error) ? unknownTicket(ticket) : error;
      },
    );
  }
}

function isNoStream(error: unknown): boolean {
  return error instanceof NotFound && error.code === 'stream-not-found';
}

/** Who asks for a ticket's account has heard of tickets, not of streams. */
function unknownTicket(ticket: string): NotFound {
  return new NotFound('unknown-ticket', {
    zh: `没有编号为 ${ticket} 的工单`,
    en: `there is no ticket ${ticket}`,
  });
}
