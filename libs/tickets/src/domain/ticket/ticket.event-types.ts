import { findingEvents } from '@app/findings';
import { eventTable, type EventTable } from '@app/kernel';
import { ticketSamples, type OwnEvent } from '../fixtures/samples.js';
import type { FoundAt } from '../visit/at-visit.js';
import type { TicketEvent } from './ticket.events.js';
import { ticketPersonal } from './ticket.personal.js';

/** Each event that a ticket stores. A new type has a sample, or does not compile. */
export const ticketEventTypes: EventTable<TicketEvent> = {
  ...eventTable<OwnEvent>(ticketSamples, ticketPersonal),
  ...findingEvents<FoundAt>({ visit: 1 }, [{ texts: ['remark'] }]),
};
