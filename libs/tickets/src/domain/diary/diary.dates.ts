import { datesOf, type Command, type Instant, type Span } from '@app/kernel';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { DiaryCommand } from './diary.decider.js';

/** Of which ticket and which of its events a diary is asked something. */
export interface From
  extends Pick<Command, 'id' | 'occurredAt' | 'actor'>, Pick<OpenedTicket, 'ticket'> {
  /** When it was told; default: as it happened. */
  readonly toldAt?: Instant | undefined;
}

/** What stands in a technician's diary on every date that the span touches. */
export interface OnDates {
  readonly visit: number;
  readonly technician: string;
  readonly span: Span;
}

type Ask = { [C in DiaryCommand as C['type']]: Pick<C, 'type' | 'data'> }[DiaryCommand['type']];
type Entry = Extract<DiaryCommand, { type: 'ReleaseVisit' }>['data'];

/** One command for each date, each to its own diary. */
export function onEachDate(
  { ticket, toldAt: _, ...cause }: From,
  { visit, technician: employee, span }: OnDates,
  ask: (entry: Entry) => Ask,
): DiaryCommand[] {
  return datesOf(span).map((date) => ({ ...cause, ...ask({ employee, date, ticket, visit }) }));
}
