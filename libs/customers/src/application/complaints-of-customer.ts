import { Query } from '@nestjs/cqrs';
import type { ComplaintOf } from '../domain/erasure/erasure.commands.js';

/** Asks for every complaint of a customer, or about a ticket of theirs; a read model answers, as no stream knows them. */
export class ComplaintsOfCustomerQuery extends Query<readonly ComplaintOf[]> {
  /** @param customers ids of all their files */
  constructor(
    readonly customers: readonly string[],
    readonly tickets: readonly string[],
  ) {
    super();
  }
}
