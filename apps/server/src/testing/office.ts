import type { ICommandHandler } from '@nestjs/cqrs';
import { newId } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { Executor, type EventStore, type Outcome } from '@app/event-store';
import { requested, type Sending } from '@app/event-store/src/testing/requests.js';
import { newEvents } from '@app/event-store/src/new-events.js';
import { EmployeeParticipants } from '@app/department/src/application/employee-participants.js';
import { employees } from '@app/department/src/employee.aggregate.js';
import { handsOf } from '@app/inventory';
import { StockParticipants } from '@app/inventory/src/application/stock-participants.js';
import { locations } from '@app/inventory/src/location.aggregate.js';
import { materials } from '@app/inventory/src/material.aggregate.js';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import { TicketParticipants } from '@app/tickets/src/application/ticket-participants.js';
import { Diaries } from '@app/tickets/src/application/diaries.js';
import { Numbers } from '@app/tickets/src/application/numbers.js';
import { OtherContexts } from '@app/tickets/src/application/other-contexts.js';
import { TicketDecisionContext } from '@app/tickets/src/application/decision-context.js';
import { diaries } from '@app/tickets/src/diary.aggregate.js';
import { ticketStreams } from '@app/tickets';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import type { TicketEvent } from '@app/tickets';
import { SignaturesOfNumbers } from '../adapters/signatures.js';
import { CustodyOfStock } from '../adapters/custody.js';
import { contextsOn } from '../declared.js';

/** The same command whoever sends it: several may, at the same moment. */
const REGISTER_MAIN = '0197a000-0000-7000-8000-000000000001';

/** What one server process does with commands, put together as the server puts it, without HTTP. */
export class Office {
  readonly executor: Executor;
  private readonly tickets: ICommandHandler;
  private readonly stock: ICommandHandler;

  constructor(private readonly store: EventStore) {
    const executor = new Executor(store);
    const contexts = contextsOn(store, executor);
    const custody = new CustodyOfStock(executor, contexts);
    const own = new Diaries(executor, contexts);
    const known = new TicketDecisionContext(new OtherContexts(contexts), custody, own);
    const participants = new TicketParticipants(own, custody, new Numbers(executor), executor);
    const [TicketHandler] = tickets.handledBy({ known: TicketDecisionContext });
    const [StockHandler, , StockKnown] = stocks.handledBy({ participants: StockParticipants });
    this.executor = executor;
    this.tickets = new TicketHandler(executor, known, undefined, participants);
    const takenIn = new StockParticipants(executor, new SignaturesOfNumbers(executor));
    this.stock = new StockHandler(executor, new StockKnown!(contexts), undefined, takenIn);
  }

  /** Sends a command to a ticket, of half past eight on the business day unless told otherwise, and heard of at once. */
  ticket(type: string, ticket: string, data: object, sending: Sending = {}): Promise<Outcome> {
    const { occurredAt = at('08:30') } = sending;
    return this.tickets.execute({
      request: requested(type, ticket, data, { occurredAt, receivedAt: occurredAt, ...sending }),
    }) as Promise<Outcome>;
  }

  /** Puts a new material into the hands of an employee, who has never had any of it. */
  async equip(employee: string, sku: string, quantity: number): Promise<void> {
    await this.keep(sku);
    const opening = { quantity, value: '12.00', source: 'x' };
    await this.stockOf('EnterOpeningStock', sku, { place: handsOf(employee), ...opening });
  }

  /**
   * Registers a material, and the store where it is kept.
   *
   * @param tracked default: it is counted alone
   */
  async keep(sku: string, tracked?: 'serial' | 'lot'): Promise<void> {
    const entry = { sku, name: sku, unit: '只', decimals: 0, class: 'part' };
    const material = { ...entry, ...(tracked && { tracked }) };
    const main = { location: 'main', name: '总库', kind: 'store' };
    const [Material] = materials.handledBy();
    const [Location] = locations.handledBy();
    await new Material(this.executor).execute({
      request: requested('RegisterMaterial', sku, material, { occurredAt: at('07:00') }),
    });
    await new Location(this.executor).execute({
      request: requested('RegisterLocation', 'main', main, { commandId: REGISTER_MAIN }),
    });
  }

  /** What an employee gives back unused. */
  giveBack(employee: string, sku: string, quantity: number): Promise<Outcome> {
    return this.stockOf('ReturnMaterial', sku, {
      place: handsOf(employee),
      to: 'main',
      quantity,
    });
  }

  /** Sends a command to the books of a material, of eight on the business day unless told otherwise, and heard of at once. */
  stockOf(type: string, sku: string, data: object, sending: Sending = {}): Promise<Outcome> {
    const { occurredAt = at('08:00') } = sending;
    const sent = { occurredAt, receivedAt: occurredAt, ...sending };
    return this.stock.execute({ request: requested(type, sku, data, sent) }) as Promise<Outcome>;
  }

  async hire(employee: string): Promise<void> {
    await this.employee('RegisterEmployee', employee, { employee });
  }

  /** Sends a command to somebody's file, which says what is usual but for `data`. */
  employee(type: string, employee: string, data: object): Promise<Outcome> {
    const file = { name: employee, department: 'repair', supervisor: false, ...data };
    const contexts = contextsOn(this.store, this.executor);
    const participants = new EmployeeParticipants(this.executor, contexts);
    const [Handler, , Known] = employees.handledBy({ participants: EmployeeParticipants });
    const handler = new Handler(this.executor, new Known!(contexts), undefined, participants);
    return handler.execute({ request: requested(type, employee, file) }) as Promise<Outcome>;
  }

  /** A ticket with that past, as if it had been through it; its opening says which ticket it is. */
  async begin(ticket: string, past: readonly TicketEvent[]): Promise<void> {
    const named = past.map((event) =>
      event.type === 'TicketOpened' ? { ...event, data: { ...event.data, ticket } } : event,
    );
    const commandId = newId();
    const origin = { correlationId: commandId, policyVersion: '2026.1' };
    const stream = ticketStreams.named(ticket);
    const cause = { commandId, commandHash: 'past', origin };
    const events = newEvents(tickets.types, stream, named, cause);
    await this.store.append([{ stream, expected: 'no-stream', events }]);
  }

  async visitsOf(ticket: string) {
    const { state } = await this.executor.load(tickets, ticketStreams.named(ticket));
    return state.status === 'none' ? [] : state.visits;
  }

  async diary(stream: string) {
    return (await this.executor.load(diaries, stream)).state;
  }
}
