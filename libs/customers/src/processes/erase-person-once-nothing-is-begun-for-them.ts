import { only, send, type Process } from '@app/processes';
import { customerEventTypes, type ErasureBegun } from '../domain/customer.events.js';
import { customerStreams } from '../domain/customer.state.js';

/** Nothing is begun any more for whoever is to be erased: so it is looked at once more what goes on for them. */
export const erasePersonOnceNothingIsBegunForThem: Process<null, ErasureBegun> = {
  name: 'erase-person-once-nothing-is-begun-for-them',
  startsAt: 'first-event',
  handles: only(customerEventTypes, ['ErasureBegun']),
  initialState: null,
  evolve: () => undefined,
  react: ({ data: { customer, with: another } }) =>
    another === undefined ? [send(customerStreams, customer, 'CompleteErasure')] : [],
};
