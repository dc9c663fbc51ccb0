export type {
  CustomerEvent,
  CustomerRegistered,
  Salutation,
  Site,
  SiteAdded,
  SiteChanged,
} from './domain/customer.events.js';
export { customerEventTypes } from './domain/customer.events.js';
export type { Customer, RegisteredCustomer } from './domain/customer.decider.js';
export { customerStreams, unknownCustomer } from './domain/customer.decider.js';
export { customerOnFile } from './application/customer-on-file.js';
