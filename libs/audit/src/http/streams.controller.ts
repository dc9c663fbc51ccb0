import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersContentOf, DEFAULT_LIMIT, taggedByContent, type Tagged } from '@app/http';
import { Can } from '@app/identity';
import { HistoryPage, Replay } from '../answers.dto.js';
import { pointInHistoryOf } from '../point-in-history.js';
import { Audit } from '../audit.js';
import { HistoryQuery, ReplayQuery } from './audit.dto.js';
import { MayReadStream } from './may-read-stream.guard.js';
import { StreamPipe } from './stream.pipe.js';

@ApiTags('audit')
@Controller('streams')
@UseGuards(MayReadStream)
export class StreamsController {
  constructor(private readonly audit: Audit) {}

  /** The events of a stream: who, when, on which article, by which cause, and what each one changed. */
  @Get(':stream/events')
  @Can('replay-stream')
  @AnswersContentOf(HistoryPage)
  async events(
    @Param('stream', StreamPipe) stream: string,
    @Query() { limit = DEFAULT_LIMIT, ...page }: HistoryQuery,
  ): Promise<Tagged<HistoryPage>> {
    return taggedByContent(await this.audit.history(stream, { ...page, limit }));
  }

  /** The state after a version, at a time, or as it was known at a time, and the events that made it. */
  @Get(':stream/replay')
  @Can('replay-stream')
  @AnswersContentOf(Replay)
  async replay(
    @Param('stream', StreamPipe) stream: string,
    @Query() query: ReplayQuery,
  ): Promise<Tagged<Replay>> {
    return taggedByContent(await this.audit.replay(stream, pointInHistoryOf(query)));
  }
}
