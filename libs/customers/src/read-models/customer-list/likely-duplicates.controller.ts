import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { minPositionOf } from '@app/http';
import { Can } from '@app/identity';
import { readCustomer } from '../../permissions.js';
import { LikelyDuplicates, LikelyDuplicatesParams } from './likely-duplicates.dto.js';
import { LikelyDuplicatesQuery } from './likely-duplicates.query.js';

@ApiTags('customers')
@Controller('likely-duplicates')
export class LikelyDuplicatesController {
  constructor(private readonly queries: QueryBus) {}

  /** Who is on file already, to be asked at intake before a file is begun; nobody of those whose files are merged with it (R8). */
  @Get()
  @Can(readCustomer)
  @ApiOkResponse({ type: LikelyDuplicates })
  likelyDuplicates(@Query() params: LikelyDuplicatesParams): Promise<LikelyDuplicates> {
    return this.queries.execute(new LikelyDuplicatesQuery(params, minPositionOf(params)));
  }
}
