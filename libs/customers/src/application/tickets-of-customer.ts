import { Query } from '@nestjs/cqrs';
import type { TicketOf } from '../domain/erasure.js';

/** Asks for every ticket of a customer, by all that is recorded; a read model answers, as no stream knows them. */
export class TicketsOfCustomerQuery extends Query<readonly TicketOf[]> {
  constructor(readonly customer: string) {
    super();
  }
}
