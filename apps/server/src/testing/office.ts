import { instant, newId, type Actor, type Instant } from '@app/kernel';
import { Executor, type CommandRequest, type EventStore, type Outcome } from '@app/event-store';
import { newEvents } from '@app/event-store/new-events.js';
import {
  employeeAggregate,
  employeeStream,
} from '@app/department/application/employee.aggregate.js';
import { HandleParts, HandlePartsHandler } from '@app/registers/application/handle-registers.js';
import { Diaries } from '@app/tickets/application/diaries.js';
import { HandleTicket, HandleTicketHandler } from '@app/tickets/application/handle-ticket.js';
import { Known } from '@app/tickets/application/known.js';
import {
  diaryAggregate,
  ticketAggregate,
  ticketStream,
} from '@app/tickets/application/ticket.aggregate.js';
import type { TicketEvent } from '@app/tickets';
import { DISPATCHER } from '@app/tickets/testing/ticket.builders.js';
import { CustodyOfRegisters } from '../adapters/custody.js';
import { CustomerFilesOfCustomers } from '../adapters/customer-files.js';
import { InstalledBaseOfRegisters } from '../adapters/installed-base.js';
import { ServiceLevelsOfRegisters } from '../adapters/service-levels.js';
import { RegistersStaffOfDepartment, StaffOfDepartment } from '../adapters/staff.js';

/** How a command is sent; what is left out is the dispatcher's, with an id of its own, and now. */
interface Sending {
  readonly commandId?: string;
  readonly occurredAt?: Instant;
  readonly actor?: Actor;
}

/** What one server process does with commands, put together as the server puts it, without HTTP. */
export class Office {
  readonly executor: Executor;
  private readonly tickets: HandleTicketHandler;
  private readonly parts: HandlePartsHandler;

  constructor(private readonly store: EventStore) {
    const executor = new Executor(store);
    const diaries = new Diaries(executor);
    const custody = new CustodyOfRegisters(executor);
    const known = new Known(
      new CustomerFilesOfCustomers(executor),
      new ServiceLevelsOfRegisters(executor),
      new StaffOfDepartment(executor),
      new InstalledBaseOfRegisters(executor),
      custody,
      diaries,
    );
    const noFiles = undefined as never;
    this.executor = executor;
    this.tickets = new HandleTicketHandler(executor, known, diaries, custody, noFiles);
    this.parts = new HandlePartsHandler(executor, new RegistersStaffOfDepartment(executor));
  }

  /** Sends a command to a ticket. */
  ticket(type: string, ticket: string, data: object, sending: Sending = {}): Promise<Outcome> {
    return this.tickets.execute(new HandleTicket(request(type, ticket, data, sending)));
  }

  /** Sends a command to the parts of an employee. */
  partsOf(type: string, sku: string, data: object): Promise<Outcome> {
    return this.parts.execute(new HandleParts(request(type, sku, data, {})));
  }

  async hire(employee: string): Promise<void> {
    const data = { employee, name: employee, department: 'repair', supervisor: false };
    const hiring = request('RegisterEmployee', employee, data, {});
    await this.executor.carryOut(hiring, employeeStream(employee), employeeAggregate);
  }

  /** A ticket with that past, as if it had been through it; its opening says which ticket it is. */
  async begin(ticket: string, past: readonly TicketEvent[]): Promise<void> {
    const named = past.map((event) =>
      event.type === 'TicketOpened' ? { ...event, data: { ...event.data, ticket } } : event,
    );
    const commandId = newId();
    const origin = { correlationId: commandId, policyVersion: '2026.1' };
    const stream = ticketStream(ticket);
    const cause = { commandId, commandHash: 'past', origin };
    const events = newEvents(ticketAggregate.types, stream, named, cause);
    await this.store.append([{ stream, expected: 'no-stream', events }]);
  }

  async visitsOf(ticket: string) {
    const { state } = await this.executor.load(ticketAggregate, ticketStream(ticket));
    return state.status === 'none' ? [] : state.visits;
  }

  async diary(stream: string) {
    return (await this.executor.load(diaryAggregate, stream)).state;
  }
}

function request(
  type: string,
  id: string,
  data: object,
  { commandId = newId(), occurredAt, actor = DISPATCHER }: Sending,
): CommandRequest {
  const receivedAt = instant(Date.now());
  return {
    id,
    type,
    data,
    commandId,
    correlationId: commandId,
    policyVersion: '2026.1',
    occurredAt: occurredAt ?? receivedAt,
    receivedAt,
    actor,
    fingerprint: data,
  };
}
