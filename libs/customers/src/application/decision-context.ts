import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CommandRequest, DecisionContext } from '@app/event-store';
import type { CustomerCommand } from '../domain/customer.decider.js';
import type { Erased } from '../domain/customer.events.js';
import type { Customer } from '../domain/customer.state.js';
import { PersonKeys } from './ports.js';
import { ComplaintsOfCustomerQuery } from './complaints-of-customer.js';
import { TicketsOfCustomerQuery } from './tickets-of-customer.js';

/** What must be known to erase somebody. */
@Injectable()
export class CustomerDecisionContext implements DecisionContext<CustomerCommand, Customer> {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: PersonKeys,
  ) {}

  async erasePerson({ id }: CommandRequest) {
    const tickets = await this.queries.execute(new TicketsOfCustomerQuery(id));
    const ids = tickets.map(({ ticket }) => ticket);
    const complaints = await this.queries.execute(new ComplaintsOfCustomerQuery(id, ids));
    return { tickets, complaints };
  }

  /** That they are destroyed is known by doing it; only of somebody whose erasure is recorded. */
  async destroyPersonKeys(
    { id: customer, data }: CommandRequest<'DestroyPersonKeys', Erased>,
    { status }: Customer,
  ) {
    if (status === 'erased') await this.keys.destroy({ customer, ...data });
    return { keys: 'destroyed' } as const;
  }
}
