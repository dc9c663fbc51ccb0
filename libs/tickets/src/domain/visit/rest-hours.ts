import type { Command, Span } from '@app/kernel';
import type { Disturbance } from '../rules/customer-is-not-disturbed.js';
import type { KnownQuietHours } from '../ticket/ticket.commands.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { Rest } from './rest.js';
import { isAt, type Visit } from './visit.state.js';

type Step = Command<string, { readonly customerWishes?: string }> & {
  readonly known: KnownQuietHours;
};

/** When the customer rests or eats: by their file as it is now, else the hours of the call (V19). */
export function restHours(
  { quietHours, calendar }: KnownQuietHours,
  ticket: Pick<OpenedTicket, 'quietHours'>,
): Rest {
  return { quietHours: quietHours ?? ticket.quietHours, ...(calendar && { calendar }) };
}

/** What a step of the visit may disturb; a wish holds until the visit is interrupted or moved. */
export function disturbance(
  { data, known, occurredAt }: Step,
  ticket: OpenedTicket,
  visit: Visit,
  span: Span = { from: occurredAt, until: occurredAt },
): Disturbance {
  return {
    span,
    ...restHours(known, ticket),
    wished: visit.wished || data.customerWishes !== undefined,
    emergency: ticket.emergency,
  };
}

/** Since the work began or was taken up again until now; nothing where it stands still or is done. */
export function workedUntil(
  visit: Visit,
  { occurredAt: until }: Pick<Command, 'occurredAt'>,
): Span[] {
  if (!isAt(visit, ['working']) || visit.suspension) return [];
  const { WorkStarted = visit.arrivedAt, WorkResumed = '', RepairCompleted = '' } = visit.stepsAt;
  const from = WorkStarted > WorkResumed ? WorkStarted : WorkResumed;
  return RepairCompleted >= from || until <= from ? [] : [{ from, until }];
}
