import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AsOfQuery, minPositionOf } from '@app/http';
import { Can } from '@app/identity';
import { TechnicianDayPath } from './technician-day.dto.js';
import { TechnicianDayQuery } from './technician-day.query.js';
import { TechnicianDayAnswer } from './technician-day.row.js';
import { readDay } from '../permissions.js';

@ApiTags('technicians')
@Controller('technicians')
export class TechnicianDayController {
  constructor(private readonly queries: QueryBus) {}

  /** A technician's visits of one business date, in order; colleagues see it too, as one may have to take over. */
  @Get(':employee/days/:date')
  @Can(readDay)
  day(
    @Param() { employee, date }: TechnicianDayPath,
    @Query() asOf: AsOfQuery,
  ): Promise<TechnicianDayAnswer> {
    return this.queries.execute(new TechnicianDayQuery(employee, date, minPositionOf(asOf)));
  }
}
