import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, minPositionOf, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { readContract } from '../../permissions.js';
import { MaintenanceRow } from './maintenance-calendar.row.js';
import { MaintenanceParams, MaintenanceQuery } from './maintenance-calendar.query.js';

@ApiTags('maintenance')
@Controller('maintenance')
export class MaintenanceController {
  constructor(private readonly queries: QueryBus) {}

  /** The maintenance calendar: rounds by their days, planned, moved, opened, done and late (B2). */
  @Get()
  @Can(readContract)
  @AnswersPageOf(MaintenanceRow)
  listMaintenance(@Query() params: MaintenanceParams): Promise<PageOf<MaintenanceRow>> {
    return this.queries.execute(new MaintenanceQuery(params, minPositionOf(params)));
  }
}
