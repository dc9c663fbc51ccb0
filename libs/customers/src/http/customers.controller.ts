import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { commandController, SlugPipe } from '@app/command-routes';
import { AnswersVersionOf, versioned, type Versioned } from '@app/http';
import { Can } from '@app/identity';
import type { Folded } from '@app/event-store';
import { HandleCustomer } from '../application/handle-customer.js';
import { ReadCustomer } from '../application/read-customer.js';
import type { Customer } from '../domain/customer.decider.js';
import { CustomerBody, RegisterCustomerDto, SiteDto } from './customer.dto.js';

export const CustomerCommandsController = commandController({
  path: 'customers',
  id: 'customer',
  message: HandleCustomer,
  creates: { RegisterCustomer: RegisterCustomerDto },
  commands: { AddSite: SiteDto },
  edits: { ChangeSite: SiteDto },
});

@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(private readonly queries: QueryBus) {}

  /** A customer's file. */
  @Get(':customer')
  @Can('read-customer')
  @AnswersVersionOf(CustomerBody)
  async readCustomer(@Param('customer', SlugPipe) customer: string): Promise<Versioned<Customer>> {
    const { version, state } = await this.queries.execute<ReadCustomer, Folded<Customer>>(
      new ReadCustomer(customer),
    );
    return versioned(version, state);
  }
}
