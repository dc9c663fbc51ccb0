import type { Aggregate } from '@app/event-store';
import {
  customerDecider,
  type Customer,
  type CustomerCommand,
} from '../domain/customer.decider.js';
import { customerEventTypes, type CustomerEvent } from '../domain/customer.events.js';

export const customerAggregate: Aggregate<CustomerCommand, Customer, CustomerEvent> = {
  decider: customerDecider,
  types: customerEventTypes,
};

export const customerStream = (customer: string): string => `customer-${customer}`;
