import { Query } from '@nestjs/cqrs';
import type { TicketOf } from '../domain/erasure/erasure.commands.js';

/** Asks for every ticket of a customer, by all that is recorded; a read model answers, as no stream knows them. */
export class TicketsOfCustomerQuery extends Query<readonly TicketOf[]> {
  /** @param customers ids of all their files */
  constructor(readonly customers: readonly string[]) {
    super();
  }
}
