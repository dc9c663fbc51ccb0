import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Contexts, type CommandRequest, type DecisionContext } from '@app/event-store';
import type { CustomerCommand } from '../domain/customer.decider.js';
import type { Erased } from '../domain/customer.events.js';
import { customerStreams, type Customer } from '../domain/customer.state.js';
import type { KnownOfPerson } from '../domain/erasure/erasure.commands.js';
import { contractsInForce } from './contracts-in-force.js';
import { PersonKeys } from './ports.js';
import { ComplaintsOfCustomerQuery } from './complaints-of-customer.js';
import { sameCustomers } from './same-customers.js';
import { TicketsOfCustomerQuery } from './tickets-of-customer.js';

/** What must be known to erase somebody. */
@Injectable()
export class CustomerDecisionContext implements DecisionContext<CustomerCommand, Customer> {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: PersonKeys,
    private readonly contexts: Contexts,
  ) {}

  erasePerson({ id }: CommandRequest): Promise<KnownOfPerson> {
    return this.ofPerson(id);
  }

  /** Looked up after the state was read, in which nothing is begun for them any more: so it is all there is. */
  completeErasure({ id }: CommandRequest): Promise<KnownOfPerson> {
    return this.ofPerson(id);
  }

  /** That they are destroyed is known by doing it; only of somebody whose erasure is recorded. */
  async destroyPersonKeys(
    { id: customer, data }: CommandRequest<'DestroyPersonKeys', Erased>,
    { status }: Customer,
  ) {
    if (status !== 'erased') return { keys: 'kept' as const };
    await this.keys.destroy({ customer, ...data });
    return { keys: 'destroyed' as const };
  }

  /** Of all the files that are theirs, and on file. */
  private async ofPerson(customer: string): Promise<KnownOfPerson> {
    const others = (await sameCustomers(customer, this.contexts)).filter((id) => id !== customer);
    const found = await this.contexts.readMany(customerStreams, others);
    const files = others.filter((_, index) => found[index]!.status === 'registered');
    const all = [customer, ...files];
    const tickets = await this.queries.execute(new TicketsOfCustomerQuery(all));
    const ids = tickets.map(({ ticket }) => ticket);
    const complaints = await this.queries.execute(new ComplaintsOfCustomerQuery(all, ids));
    return { files, tickets, complaints, contracts: await contractsInForce(all, this.contexts) };
  }
}
