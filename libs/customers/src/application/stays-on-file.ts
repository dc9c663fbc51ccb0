import {
  StreamClaimed,
  type CommandRequest,
  type Executor,
  type Participant,
} from '@app/event-store';
import type { Command, Decider } from '@app/kernel';
import { customerDecider, unknownCustomer } from '../domain/customer.decider.js';
import { customerEventTypes, type CustomerEvent } from '../domain/customer.events.js';
import { customerStreams, type Customer } from '../domain/customer.state.js';

type StayOnFile = Command<'StayOnFile', { pointer: string; orErased: boolean }>;

const decider: Decider<StayOnFile, Customer, CustomerEvent> = {
  ...customerDecider,
  decide({ data: { pointer, orErased } }, file) {
    if (file.status === 'registered' && file.erasing)
      throw new StreamClaimed(customerStreams.named(file.customer));
    if (file.status !== 'registered' && !orErased) throw unknownCustomer(pointer);
    return [];
  },
};

/**
 * For `participants` of a command that names a customer: it is stored while they are on file, or not at
 * all, so that an erasure finds whatever was begun for them before it, and nothing is begun after it.
 *
 * @param pointer of the field that names them; default: `/customer`
 * @throws NotFound `unknown-customer`, as the command is stored
 * @throws StreamClaimed they are about to be erased: one waits until they are, or are not
 */
export function staysOnFile(
  executor: Executor,
  customer: string,
  request: CommandRequest,
  pointer = '/customer',
): Participant {
  return held(executor, customer, request, { pointer, orErased: false });
}

/**
 * For `participants` of a command that changes what is whose: not while they are about to be erased.
 *
 * @throws StreamClaimed they are: one waits until it is done, or given up
 */
export function notWhileErased(
  executor: Executor,
  customer: string,
  request: CommandRequest,
): Participant {
  return held(executor, customer, request, { pointer: '', orErased: true });
}

function held(
  executor: Executor,
  customer: string,
  request: CommandRequest,
  data: StayOnFile['data'],
): Participant {
  const { commandId: id, occurredAt, actor } = request;
  const command = { id, type: 'StayOnFile' as const, data, occurredAt, actor };
  const aggregate = { decider, types: customerEventTypes };
  return executor.participant(aggregate, customerStreams.named(customer), {
    origin: request,
    commands: [command],
    holds: true,
  });
}
