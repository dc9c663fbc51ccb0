import { only, send, type Process } from '@app/processes';
import { customerEventTypes, type PersonErased } from '../domain/customer.events.js';
import { customerStreams } from '../domain/customer.state.js';

/** What an erasure decided is carried out: at once, and again after whatever may have come between. */
export const destroyKeysWhenAPersonIsErased: Process<null, PersonErased> = {
  name: 'destroy-keys-when-a-person-is-erased',
  startsAt: 'first-event',
  handles: only(customerEventTypes, ['PersonErased']),
  initialState: null,
  evolve: () => undefined,
  react: ({ data: { customer, tickets, sales, complaints = [] } }) => [
    send(customerStreams, customer, 'DestroyPersonKeys', { tickets, sales, complaints }),
  ],
};
