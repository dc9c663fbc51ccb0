import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '@app/kernel';
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

  /** @throws NotFound */
  async execute({ customer }: ReadCustomer): Promise<Folded<Customer>> {
    const folded = await this.executor.load(customerAggregate, customerStream(customer));
    if (folded.version > 0) return folded;
    throw new NotFound('unknown-customer', { zh: '没有这位客户', en: 'there is no such customer' });
  }
}
