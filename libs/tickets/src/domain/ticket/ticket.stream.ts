import { streams } from '@app/kernel';
import type { Ticket } from './ticket.state.js';

export const ticketStreams = streams<Ticket>('ticket');
