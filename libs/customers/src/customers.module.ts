import { Module } from '@nestjs/common';
import { CustomerDecisionContext } from './application/decision-context.js';
import { customers } from './customer.aggregate.js';
import { destroyKeysWhenAPersonIsErased } from './processes/destroy-keys-when-a-person-is-erased.js';
import { customerListModel } from './read-models/customer-list/customer-list.read-model.js';

/** The customer files (R8): who the customers are, and where service is given. */
@Module({
  controllers: customers.controllers,
  providers: customers.handledBy({ known: CustomerDecisionContext }),
})
export class CustomersModule {
  static readonly aggregates = [customers];
  static readonly readModels = [customerListModel];
  static readonly processes = [destroyKeysWhenAPersonIsErased];
}
