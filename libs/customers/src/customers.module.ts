import { Module } from '@nestjs/common';
import { customers } from './customer.aggregate.js';
import { customerListModel } from './read-models/customer-list/customer-list.read-model.js';

/** The customer files (R8): who the customers are, and where service is given. */
@Module({ controllers: customers.controllers, providers: customers.handledBy() })
export class CustomersModule {
  static readonly aggregates = [customers];
  static readonly readModels = [customerListModel];
}
