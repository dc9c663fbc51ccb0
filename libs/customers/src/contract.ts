export type {
  Contact,
  ContactRole,
  CustomerEvent,
  CustomerKind,
  CustomerRegistered,
  Details,
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
export type { ComplaintOf, TicketOf } from './domain/erasure/erasure.commands.js';
export { customerOnFile } from './application/customer-on-file.js';
export { notWhileErased, staysOnFile } from './application/stays-on-file.js';
export { componentOf, markedUnits, unitsCalled } from './application/marked-units.js';
export type { Cover } from './domain/unit/cover.js';
export { coversAt, underContract, type UnderContract } from './application/unit-covers.js';
export { unknownUnit } from './domain/unit/unit.decider.js';
export { unitEvents } from './domain/unit/unit.events.js';
export type { UnitEvent, UnitKind, Warranty } from './domain/unit/unit.events.js';
export { evolveUnit, unitStreams } from './domain/unit/unit.state.js';
export type { InstalledComponent, KnownUnit } from './domain/unit/unit.state.js';
export { ComplaintsOfCustomerQuery } from './application/complaints-of-customer.js';
export { TicketsOfCustomerQuery } from './application/tickets-of-customer.js';
export { sameCustomers } from './application/same-customers.js';
