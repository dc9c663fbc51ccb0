import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersVersionOf, DEFAULT_LIMIT, versioned, type Versioned } from '@app/http';
import { Can } from '@app/identity';
import { HistoryPage, Replay } from '../answers.dto.js';
import { pointInHistoryOf } from '../point-in-history.js';
import { Audit } from '../audit.js';
import { HistoryQuery, ReplayQuery } from './audit.dto.js';
import { StreamPipe } from './stream.pipe.js';

@ApiTags('audit')
@Controller('streams')
export class StreamsController {
  constructor(private readonly audit: Audit) {}

  /** The events of a stream: who, when, on which article, by which cause, and what each one changed. */
  @Get(':stream/events')
  @Can('replay-stream')
  @AnswersVersionOf(HistoryPage)
  async events(
    @Param('stream', StreamPipe) stream: string,
    @Query() { limit = DEFAULT_LIMIT, ...page }: HistoryQuery,
  ): Promise<Versioned<HistoryPage>> {
    const history = await this.audit.history(stream, { ...page, limit });
    return versioned(history.version, history);
  }

  /** The state after a version, at a time, or as it was known at a time, and the events that made it. */
  @Get(':stream/replay')
  @Can('replay-stream')
  @AnswersVersionOf(Replay)
  async replay(
    @Param('stream', StreamPipe) stream: string,
    @Query() query: ReplayQuery,
  ): Promise<Versioned<Replay>> {
    const replay = await this.audit.replay(stream, pointInHistoryOf(query));
    return versioned(replay.newest, replay);
  }
}
