import type { Command, Instant, Span } from '@app/kernel';
import type { Disturbance } from '../rules/customer-is-not-disturbed.js';
import type { KnownQuietHours } from '../ticket/ticket.commands.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { Rest } from './rest.js';
import type { Visit } from './visit.state.js';
import { isWished, wishesAfter, type Said } from './wishes.js';

type Step = Command<string, Said> & {
  readonly known: KnownQuietHours;
};

/** When the customer rests or eats: by their file as it is now, else the hours of the call (V19). */
export function restHours(
  { quietHours, calendar }: KnownQuietHours,
  ticket: Pick<OpenedTicket, 'quietHours'>,
): Rest {
  return { quietHours: quietHours ?? ticket.quietHours, ...(calendar && { calendar }) };
}

/** Whether it was an emergency by then, which knows no rest hours (V19, B3). */
export function isEmergencyBy(
  { emergencyFrom }: Pick<OpenedTicket, 'emergencyFrom'>,
  at: Instant,
): boolean {
  return emergencyFrom !== undefined && emergencyFrom <= at;
}

/** What of a span was before it was an emergency: all of it where it was none; undefined: nothing (V19, B3). */
export function beforeEmergency(
  { emergencyFrom }: Pick<OpenedTicket, 'emergencyFrom'>,
  { from, until }: Span,
): Span | undefined {
  if (emergencyFrom === undefined || until < emergencyFrom) return { from, until };
  return from < emergencyFrom ? { from, until: emergencyFrom } : undefined;
}

/** What a step of the visit may disturb; a wish holds until the visit is interrupted or moved. */
export function disturbance(
  { data, known, occurredAt }: Step,
  ticket: OpenedTicket,
  { wishes }: Visit,
): Disturbance {
  const span = { from: occurredAt, until: occurredAt };
  return {
    span,
    ...restHours(known, ticket),
    wished: isWished(wishesAfter(wishes, data, occurredAt), span),
    emergency: isEmergencyBy(ticket, occurredAt),
  };
}
