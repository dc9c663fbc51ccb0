export type {
  CustomerEvent,
  CustomerRegistered,
  PersonKeysDestroyed,
  Salutation,
  Site,
  SiteAdded,
  SiteChanged,
} from './domain/customer.events.js';
export { customerEventTypes } from './domain/customer.events.js';
export type { Customer, RegisteredCustomer } from './domain/customer.state.js';
export { customerStreams } from './domain/customer.state.js';
export { unknownCustomer } from './domain/customer.decider.js';
export type { ComplaintOf, TicketOf } from './domain/erasure.js';
export { customerOnFile } from './application/customer-on-file.js';
export { ComplaintsOfCustomerQuery } from './application/complaints-of-customer.js';
export { TicketsOfCustomerQuery } from './application/tickets-of-customer.js';
