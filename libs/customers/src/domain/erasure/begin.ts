import { localDate, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { CustomerEvent } from '../customer.events.js';
import { unknownCustomer } from '../customer.parts.js';
import type { Customer, RegisteredCustomer } from '../customer.state.js';
import type { BeginErasureToo, ErasePerson, HoldErasure } from './erasure.commands.js';
import {
  beingErased,
  complaintsOpen,
  contractsInForce,
  erasureHeld,
  ticketsOpen,
} from './refusals.js';

/** A law asks for the data until a date; a later hold takes the place of an earlier one, also to end it. */
export function holdErasure(
  command: HoldErasure,
  { customer }: RegisteredCustomer,
): CustomerEvent[] {
  return [happened(command, 'ErasureHeld', { customer, ...command.data }, ['R8'])];
}

/**
 * From now on nothing is begun for them, in any of their files: what had been begun is looked for once
 * more, and then they are erased, or not (ADR 49).
 *
 * @throws NotPossible `erasure-held`: a law asks for the data still; `tickets-open`, `complaints-open`,
 *   `contracts-in-force`: service is still being given, or owed
 */
export function erasePerson(command: ErasePerson, file: RegisteredCustomer): CustomerEvent[] {
  const { data, known } = command;
  const open = known.tickets.filter((each) => each.open).map(({ ticket }) => ticket);
  refuseHeld(command, file);
  if (open.length > 0) throw ticketsOpen(open);
  if (known.complaints.some((each) => each.open)) throw complaintsOpen();
  if (known.contracts.length > 0) throw contractsInForce(known.contracts);
  const { customer } = file;
  const { files } = known;
  return [happened(command, 'ErasureBegun', { customer, ...data, files }, ['R8'])];
}

/**
 * Another file of the same person goes the way of the one that is asked for.
 *
 * @throws NotFound `unknown-customer`
 * @throws NotPossible `erasure-held`, `being-erased`
 */
export function beginErasureToo(command: BeginErasureToo, file: Customer): CustomerEvent[] {
  if (file.status !== 'registered') throw unknownCustomer();
  if (file.erasing) throw beingErased();
  refuseHeld(command, file);
  const { customer } = file;
  const begun = { customer, ...command.data, sales: [], files: [] };
  return [happened(command, 'ErasureBegun', begun, ['R8'])];
}

/** @throws NotPossible `erasure-held` */
function refuseHeld({ occurredAt }: Command, { held }: RegisteredCustomer): void {
  if (held && localDate(occurredAt) <= held.until) throw erasureHeld(held);
}
