import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Contexts, type CommandRequest, type DecisionContext } from '@app/event-store';
import type { CustomerCommand } from '../domain/customer.decider.js';
import type { Erased } from '../domain/customer.events.js';
import type { Customer } from '../domain/customer.state.js';
import { contractsInForce } from './contracts-in-force.js';
import { PersonKeys } from './ports.js';
import { ComplaintsOfCustomerQuery } from './complaints-of-customer.js';
import { TicketsOfCustomerQuery } from './tickets-of-customer.js';

/** What must be known to erase somebody. */
@Injectable()
export class CustomerDecisionContext implements DecisionContext<CustomerCommand, Customer> {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: PersonKeys,
    private readonly contexts: Contexts,
  ) {}

  async erasePerson({ id }: CommandRequest) {
    return {
      ...(await this.begunFor(id)),
      contracts: await contractsInForce(id, this.contexts),
    };
  }

  /**
   * That they are destroyed is known by doing it; only of somebody whose erasure is recorded. What was
   * begun for them while it was decided is found now, as nothing is begun after it.
   */
  async destroyPersonKeys(
    { id: customer, data }: CommandRequest<'DestroyPersonKeys', Erased>,
    { status }: Customer,
  ) {
    if (status !== 'erased') return { destroyed: data };
    await this.keys.destroy({ customer, ...data });
    const { tickets, complaints } = await this.begunFor(customer);
    const destroyed = {
      tickets: together(
        data.tickets,
        tickets.map(({ ticket }) => ticket),
      ),
      sales: data.sales,
      complaints: together(
        data.complaints ?? [],
        complaints.map(({ complaint }) => complaint),
      ),
    };
    if (countOf(destroyed) > countOf(data)) await this.keys.destroy({ customer, ...destroyed });
    return { destroyed };
  }

  private async begunFor(customer: string) {
    const tickets = await this.queries.execute(new TicketsOfCustomerQuery(customer));
    const ids = tickets.map(({ ticket }) => ticket);
    const complaints = await this.queries.execute(new ComplaintsOfCustomerQuery(customer, ids));
    return { tickets, complaints };
  }
}

function together(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])];
}

function countOf({ tickets, complaints = [] }: Erased): number {
  return tickets.length + complaints.length;
}
