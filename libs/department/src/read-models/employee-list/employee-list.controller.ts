import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, minPositionOf, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { EmployeeListParams } from './employee-list.dto.js';
import { EmployeeListQuery } from './employee-list.query.js';
import { EmployeeRow } from './employee-list.row.js';
import { readEmployee } from '../../permissions.js';

@ApiTags('employees')
@Controller('employees')
export class EmployeeListController {
  constructor(private readonly queries: QueryBus) {}

  /** Employees by state, department, leadership or words, in the order of their ids. */
  @Get()
  @Can(readEmployee)
  @AnswersPageOf(EmployeeRow)
  listEmployees(@Query() params: EmployeeListParams): Promise<PageOf<EmployeeRow>> {
    return this.queries.execute(new EmployeeListQuery(params, minPositionOf(params)));
  }
}
