import { listOf } from '@app/projections';
import { readCustomer } from '../../permissions.js';
import { CustomerList1763900600000 } from './1763900600000-customer-list.js';
import { CustomerContacts1769000900000 } from './1769000900000-customer-contacts.js';
import { CustomerListParams } from './customer-list.dto.js';
import { customerList } from './customer-list.projection.js';
import { LikelyDuplicatesHandler } from './likely-duplicates.query.js';

const customers = listOf(customerList, {
  path: 'customers',
  operation: 'listCustomers',
  summary: 'Customers on file by words, in the order of their ids.',
  to: readCustomer,
  params: CustomerListParams,
  migrations: [CustomerList1763900600000, CustomerContacts1769000900000],
});

/** The customers on file, and who is likely one of them. */
export const customerListModel: typeof customers = {
  ...customers,
  handlers: [...customers.handlers, LikelyDuplicatesHandler],
};
