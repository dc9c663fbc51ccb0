import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import { customerDecider } from '../domain/customer.decider.js';
import { customerEventTypes, type CustomerEvent } from '../domain/customer.events.js';
import { customerStreams, type Customer } from '../domain/customer.state.js';
import type { BeginErasureToo, EndErasureToo } from '../domain/erasure/erasure.commands.js';

const aggregate = { decider: customerDecider, types: customerEventTypes };

/** All files of a person are erased together, or none is (ADR 49). */
@Injectable()
export class CustomerParticipants extends Participants<Customer, CustomerEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    events: readonly CustomerEvent[],
    { state }: Folded<Customer>,
    request: CommandRequest,
  ): Participant[] {
    const asked = events.flatMap((event) => {
      const { occurredAt, actor } = event;
      const command = { ...following(event), id: request.commandId, occurredAt, actor };
      return filesOf(event, state).map((file) => ({
        stream: customerStreams.named(file),
        commands: [command] as const,
      }));
    });
    return this.executor.participants(aggregate, asked, request);
  }
}

/** The other files that go the same way. */
function filesOf(event: CustomerEvent, before: Customer): readonly string[] {
  if (event.type === 'ErasureBegun') return event.data.files;
  const ends = event.type === 'PersonErased' || event.type === 'ErasureGivenUp';
  return ends && before.status === 'registered' ? (before.erasing?.files ?? []) : [];
}

/** What is told them. */
function following({
  type,
  data,
}: CustomerEvent): Pick<BeginErasureToo, 'type' | 'data'> | Pick<EndErasureToo, 'type' | 'data'> {
  const { customer } = data;
  return type === 'ErasureBegun'
    ? { type: 'BeginErasureToo', data: { with: customer, reason: data.reason } }
    : { type: 'EndErasureToo', data: { with: customer, erased: type === 'PersonErased' } };
}
