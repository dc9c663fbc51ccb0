import type { StreamKind } from '@app/audit';
import { customerAggregate } from '@app/customers/application/customer.aggregate.js';
import { employeeAggregate } from '@app/department/application/employee.aggregate.js';
import {
  entitlementAggregate,
  partsAggregate,
  slaTermsAggregate,
  toolAggregate,
} from '@app/registers/application/registers.aggregates.js';
import { employeesIn, ticketAccount } from '@app/tickets/account/index.js';
import { diaryAggregate, ticketAggregate } from '@app/tickets/application/ticket.aggregate.js';

/** Every category of stream that the installation writes, for replay, verification and accounts. */
export const streamKinds: readonly StreamKind[] = [
  {
    category: 'ticket',
    ...ticketAggregate,
    account: { mentions: employeesIn, tell: ticketAccount },
    bare: ['CustomerFileReviewed'],
  },
  { category: 'diary', ...diaryAggregate },
  { category: 'customer', ...customerAggregate },
  { category: 'employee', ...employeeAggregate },
  { category: 'entitlement', ...entitlementAggregate },
  { category: 'sla', ...slaTermsAggregate },
  { category: 'tool', ...toolAggregate },
  { category: 'parts', ...partsAggregate },
];
