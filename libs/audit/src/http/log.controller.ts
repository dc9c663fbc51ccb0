import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { contextOf, DEFAULT_LIMIT } from '@app/http';
import { Can } from '@app/identity';
import { Audit, type LogPage } from '../audit.js';
import { LogPageBody } from './answers.dto.js';
import { LogQuery } from './audit.dto.js';
import { ReadableStreams } from './readable-streams.js';

@ApiTags('audit')
@Controller('log')
export class LogController {
  constructor(
    private readonly audit: Audit,
    private readonly streams: ReadableStreams,
  ) {}

  /**
   * Everything that happened, in the order of recording. What somebody may not read as a stream is left out of
   * their page, which may then have fewer items than asked for; `scannedTo` has passed it all the same. A
   * program that subscribes (role `integrator`) is shown all.
   */
  @Get()
  @Can('read-log')
  @ApiOkResponse({ type: LogPageBody })
  async page(
    @Query() { after = '0', limit = DEFAULT_LIMIT, types }: LogQuery,
    @Req() request: Request,
  ): Promise<LogPage> {
    const page = await this.audit.log(BigInt(after), limit, types?.split(','));
    const { principal } = contextOf(request);
    if (!principal || principal.roles.includes('integrator')) return page;
    const streams = page.items.map(({ stream }) => stream);
    const readable = await this.streams.among(streams, principal);
    return { ...page, items: page.items.filter(({ stream }) => readable.has(stream)) };
  }
}
