import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DEFAULT_LIMIT } from '@app/http';
import { Can } from '@app/identity';
import { Audit, type LogPage } from '../audit.js';
import { LogPageBody } from './answers.dto.js';
import { LogQuery } from './audit.dto.js';

@ApiTags('audit')
@Controller('log')
export class LogController {
  constructor(private readonly audit: Audit) {}

  /** Everything that happened, in the order of recording. */
  @Get()
  @Can('read-log')
  @ApiOkResponse({ type: LogPageBody })
  page(@Query() { after = '0', limit = DEFAULT_LIMIT, types }: LogQuery): Promise<LogPage> {
    return this.audit.log(BigInt(after), limit, types?.split(','));
  }
}
