import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, minPositionOf, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { CustomerListParams } from './customer-list.dto.js';
import { CustomerListQuery } from './customer-list.query.js';
import { CustomerRow } from './customer-list.row.js';
import { readCustomer } from '../../permissions.js';

@ApiTags('customers')
@Controller('customers')
export class CustomerListController {
  constructor(private readonly queries: QueryBus) {}

  /** Customers on file by words, in the order of their ids. */
  @Get()
  @Can(readCustomer)
  @AnswersPageOf(CustomerRow)
  listCustomers(@Query() params: CustomerListParams): Promise<PageOf<CustomerRow>> {
    return this.queries.execute(new CustomerListQuery(params, minPositionOf(params)));
  }
}
