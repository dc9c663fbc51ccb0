import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Executor, type Folded } from '@app/event-store';
import type { Customer } from '../domain/customer.decider.js';
import { customerAggregate, customerStream } from './customer.aggregate.js';

/** A customer's file as it stands now. */
export class ReadCustomer {
  constructor(readonly customer: string) {}
}

@QueryHandler(ReadCustomer)
export class ReadCustomerHandler implements IQueryHandler<ReadCustomer> {
  constructor(private readonly executor: Executor) {}

  execute({ customer }: ReadCustomer): Promise<Folded<Customer>> {
    return this.executor.load(customerAggregate, customerStream(customer));
  }
}
