import type { ReadModel } from '@app/projections';
import { readCustomer } from '../../permissions.js';
import { CustomerList1763900600000 } from './1763900600000-customer-list.js';
import { CustomerListController } from './customer-list.controller.js';
import { customerList } from './customer-list.projection.js';
import { CustomerListHandler } from './customer-list.query.js';

/** The customers on file. */
export const customerListModel: ReadModel = {
  projection: customerList,
  migrations: [CustomerList1763900600000],
  permission: readCustomer,
  controller: CustomerListController,
  handlers: [CustomerListHandler],
};
