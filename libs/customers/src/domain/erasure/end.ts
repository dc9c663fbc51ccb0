import { happened } from '@app/policy';
import type { CustomerEvent, Obstacles, Stayed } from '../customer.events.js';
import type { Customer, Erasing } from '../customer.state.js';
import type {
  CompleteErasure,
  DestroyPersonKeys,
  EndErasureToo,
  KnownOfPerson,
} from './erasure.commands.js';

/** What is kept without saying who it is of: the service record, the books, and until when something is covered. */
const STAYED: readonly Stayed[] = [
  { what: 'service-records', why: 'product-liability' },
  { what: 'accounts', why: 'accounting-law' },
  { what: 'warranty-dates', why: 'cover' },
  { what: 'ids', why: 'history' },
];

/**
 * All that had been begun for them is known now, as nothing is begun any more. Where something goes on,
 * they are not erased, and what it is stands in the event.
 */
export function completeErasure(command: CompleteErasure, file: Customer): CustomerEvent[] {
  const erasing = file.status === 'registered' ? file.erasing : undefined;
  if (!erasing || erasing.with !== undefined) return [];
  const { customer } = file as { readonly customer: string };
  const { known } = command;
  const obstacles = obstaclesOf(known, erasing);
  if (Object.values(obstacles).some((each: readonly string[]) => each.length > 0))
    return [happened(command, 'ErasureGivenUp', { customer, ...obstacles }, ['R8'])];
  const { reason, sales, files } = erasing;
  const tickets = known.tickets.map(({ ticket }) => ticket);
  const complaints = known.complaints.map(({ complaint }) => complaint);
  const erased = { customer, reason, tickets, sales, complaints, files, stayed: STAYED };
  return [happened(command, 'PersonErased', erased, ['R8'])];
}

/** What goes on for them, and what their other files are by now where it is not those that were to be erased. */
function obstaclesOf(known: KnownOfPerson, erasing: Erasing): Obstacles {
  const files = known.files.toSorted();
  const same = files.join() === erasing.files.toSorted().join();
  return {
    tickets: known.tickets.filter(({ open }) => open).map(({ ticket }) => ticket),
    complaints: known.complaints.filter(({ open }) => open).map(({ complaint }) => complaint),
    contracts: known.contracts,
    files: same ? [] : files,
  };
}

/** What came of it, in another file of the same person; the file that was asked for says what went, or why not. */
export function endErasureToo(command: EndErasureToo, file: Customer): CustomerEvent[] {
  if (file.status !== 'registered' || !file.erasing) return [];
  const { customer, erasing } = file;
  const { with: asked, erased } = command.data;
  if (!erased) {
    const none = { tickets: [], complaints: [], contracts: [], files: [] };
    return [happened(command, 'ErasureGivenUp', { customer, ...none, with: asked }, ['R8'])];
  }
  const { reason } = erasing;
  const nothing = { tickets: [], sales: [], complaints: [], files: [] };
  const data = { customer, reason, ...nothing, stayed: STAYED, with: asked };
  return [happened(command, 'PersonErased', data, ['R8'])];
}

/** Says once that the keys are gone, however often they were destroyed. */
export function destroyPersonKeys(command: DestroyPersonKeys, customer: Customer): CustomerEvent[] {
  if (customer.status !== 'erased' || customer.keysDestroyed) return [];
  const { tickets, sales, complaints = [] } = command.data;
  const destroyed = { customer: customer.customer, tickets, sales, complaints };
  return [happened(command, 'PersonKeysDestroyed', destroyed, ['R8'])];
}
