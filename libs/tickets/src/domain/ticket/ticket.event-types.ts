import { eventTable } from '@app/kernel';
import { ticketSamples } from '../fixtures/samples.js';
import type { TicketEvent } from './ticket.events.js';

/** Each event that a ticket stores. A new type has a sample, or does not compile. */
export const ticketEventTypes = eventTable<TicketEvent>(ticketSamples);
