import {
  fold,
  instant,
  type Actor,
  type Decider,
  type Instant,
  type LocalTime,
  type Span,
} from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { evolve, initialState } from '../domain/ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../domain/ticket/ticket.state.js';
import { articlesOf } from './articles.js';

/** The business day on which the tests play, a Monday. */
export const DAY = '2026-03-02';

export const TICKET = 'T-2026-0001';
export const LI_WEI: Actor = { id: 'li-wei', role: 'technician' };
export const WANG_FANG: Actor = { id: 'wang-fang', role: 'technician' };
export const DISPATCHER: Actor = { id: 'zhao-min', role: 'dispatcher' };
export const SUPERVISOR: Actor = { id: 'chen-gang', role: 'supervisor' };
export const HOTLINE: Actor = { id: 'liu-yang', role: 'hotline' };

type CommandOf<Type> = Extract<TicketCommand, { type: Type }>;
type EventOf<Type> = Extract<TicketEvent, { type: Type }>;
type KnownOf<Type> = CommandOf<Type>['known'];

/** A time of the business day in Shanghai; `day` counts days after it. */
export function at(time: LocalTime, day = 0): Instant {
  return instant(Date.parse(`${DAY}T${time}:00+08:00`) + day * 24 * 60 * 60_000);
}

/** From one time of the business day to another. */
export function span(from: LocalTime, until: LocalTime, day = 0): Span {
  return { from: at(from, day), until: at(until, day) };
}

/** A command of that time of the business day, by Li Wei unless another is named. */
export function command<Type extends TicketCommand['type']>(
  type: Type,
  data: CommandOf<Type>['data'],
  time: LocalTime | Instant = '09:00',
  { by = LI_WEI, known }: { by?: Actor; known?: KnownOf<Type> } = {},
): CommandOf<Type> {
  const id = '0190d3f0-0000-7000-8000-000000000001';
  return { type, data, id, occurredAt: when(time), actor: by, known } as CommandOf<Type>;
}

/** The same, sent by a device afterwards, with others. */
export function inBatch<C extends TicketCommand>(command: C, receivedAt = at('20:00')): C {
  return { ...command, inBatch: true, receivedAt };
}

/** Something that happened at that time of the business day. */
export function event<Type extends TicketEvent['type']>(
  type: Type,
  data: EventOf<Type>['data'],
  time: LocalTime | Instant = '09:00',
  by: Actor = LI_WEI,
): EventOf<Type> {
  return {
    type,
    data,
    occurredAt: when(time),
    actor: by,
    articles: articlesOf(type, data),
  } as unknown as EventOf<Type>;
}

/** The ticket after its past. */
export function ticketAfter(...past: TicketEvent[]): OpenedTicket {
  const ticket = fold({ initialState, evolve }, past);
  if (ticket.status === 'none') throw new TypeError('this past opens no ticket');
  return ticket;
}

/** `given(...past).when(command).then(...events)` for one step on its own. */
export function givenFor<C extends TicketCommand>(
  step: (command: C, ticket: Ticket) => readonly TicketEvent[],
) {
  return specification({ initialState, evolve, decide: step } satisfies Decider<
    C,
    Ticket,
    TicketEvent
  >);
}

function when(time: LocalTime | Instant): Instant {
  return time.length === 5 ? at(time) : time;
}
