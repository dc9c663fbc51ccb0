import { ERASED, type Instant } from '@app/kernel';
import type {
  CustomerEvent,
  ErasureBegun,
  ErasureGivenUp,
  ErasureHeld,
  PersonErased,
  PersonKeysDestroyed,
} from '../customer.events.js';
import type { Customer, ErasedCustomer, RegisteredCustomer } from '../customer.state.js';

/** Events about what may be known of the customer. */
export type ErasureEvent =
  ErasureHeld | ErasureBegun | ErasureGivenUp | PersonErased | PersonKeysDestroyed;

const TYPES: readonly CustomerEvent['type'][] = [
  'ErasureHeld',
  'ErasureBegun',
  'ErasureGivenUp',
  'PersonErased',
  'PersonKeysDestroyed',
] satisfies ErasureEvent['type'][];

/** Whether an event is about what may be known of the customer. */
export function isOfErasure(event: CustomerEvent): event is ErasureEvent {
  return TYPES.includes(event.type);
}

/** From the erasure on the state says nothing of the person, whether the keys are destroyed yet or not. */
export function erasureAfter(
  customer: RegisteredCustomer | ErasedCustomer,
  event: ErasureEvent,
): Customer {
  if (event.type === 'PersonErased') return erased(customer, event.occurredAt);
  if (customer.status === 'erased') return { ...customer, keysDestroyed: true };
  return onFileAfter(customer, event);
}

function onFileAfter(
  { erasing, notErased, ...file }: RegisteredCustomer,
  { type, data, occurredAt: since }: Exclude<ErasureEvent, PersonErased>,
): RegisteredCustomer {
  switch (type) {
    case 'ErasureHeld': {
      const { basis, until } = data;
      return { ...file, ...(notErased && { notErased }), held: { basis, until }, since };
    }
    case 'ErasureBegun': {
      const { customer: _, ...begun } = data;
      return { ...file, erasing: begun, since };
    }
    case 'ErasureGivenUp': {
      const { tickets, complaints, contracts, files } = data;
      return { ...file, notErased: { tickets, complaints, contracts, files }, since };
    }
    case 'PersonKeysDestroyed':
      return { ...file, ...(erasing && { erasing }), ...(notErased && { notErased }) };
  }
}

function erased(
  { customer, sites }: RegisteredCustomer | ErasedCustomer,
  since: Instant,
): Customer {
  return {
    status: 'erased',
    customer,
    name: ERASED,
    phone: ERASED,
    sites: sites.map(({ site }) => ({ site, address: ERASED, landmark: null })),
    contacts: [],
    consents: [],
    since,
    keysDestroyed: false,
  };
}
