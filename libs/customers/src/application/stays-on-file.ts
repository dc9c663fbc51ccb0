import type { CommandRequest, Executor, Participant } from '@app/event-store';
import type { Command, Decider } from '@app/kernel';
import { customerDecider, unknownCustomer } from '../domain/customer.decider.js';
import { customerEventTypes, type CustomerEvent } from '../domain/customer.events.js';
import { customerStreams, type Customer } from '../domain/customer.state.js';

type StayOnFile = Command<'StayOnFile', { pointer: string }>;

const decider: Decider<StayOnFile, Customer, CustomerEvent> = {
  ...customerDecider,
  decide({ data: { pointer } }, { status }) {
    if (status !== 'registered') throw unknownCustomer(pointer);
    return [];
  },
};

/**
 * For `participants` of a command that names a customer: it is stored while they are on file, or not at
 * all, so that an erasure finds whatever was begun for them before it, and nothing is begun after it.
 *
 * @param pointer of the field that names them; default: `/customer`
 * @throws NotFound `unknown-customer`, as the command is stored
 */
export function staysOnFile(
  executor: Executor,
  customer: string,
  request: CommandRequest,
  pointer = '/customer',
): Participant {
  const { commandId: id, occurredAt, actor } = request;
  const command = { id, type: 'StayOnFile' as const, data: { pointer }, occurredAt, actor };
  const aggregate = { decider, types: customerEventTypes };
  return executor.participant(aggregate, customerStreams.named(customer), {
    origin: request,
    commands: [command],
    holds: true,
  });
}
