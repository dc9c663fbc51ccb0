import type { Aggregate } from '@app/event-store';
import {
  diaryDecider,
  diaryEventTypes,
  type DiaryCommand,
  type DiaryEvent,
} from '../domain/diary.decider.js';
import type { Diary } from '../domain/diary.state.js';
import type { TicketCommand } from '../domain/ticket.commands.js';
import { ticketDecider } from '../domain/ticket.decider.js';
import { ticketEventTypes } from '../domain/ticket.event-types.js';
import type { TicketEvent } from '../domain/ticket.events.js';
import type { Ticket } from '../domain/ticket.state.js';

export const ticketAggregate: Aggregate<TicketCommand, Ticket, TicketEvent> = {
  decider: ticketDecider,
  types: ticketEventTypes,
};

export const ticketStream = (ticket: string): string => `ticket-${ticket}`;

export const diaryAggregate: Aggregate<DiaryCommand, Diary, DiaryEvent> = {
  decider: diaryDecider,
  types: diaryEventTypes,
};
