import { eventTable, type Claim, type DomainEvent, type LocalDate, type Span } from '@app/kernel';
import { diarySamples } from './fixtures/samples.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

interface Entry {
  readonly employee: string;
  readonly date: LocalDate;
  readonly ticket: string;
  readonly visit: number;
  /** Under which it was taken, where the ticket's own events were to be stored after it; what is released is what was taken under the same one. */
  readonly claim?: Claim;
}

export type VisitBooked = DomainEvent<'VisitBooked', Entry & { readonly window: Span }>;
export type BookingReleased = DomainEvent<'BookingReleased', Entry>;
export type HoursLogged = DomainEvent<'HoursLogged', Entry & { readonly span: Span }>;
/** Hours whose command did not come to stand; those of a ticket are never taken back. */
export type HoursReleased = DomainEvent<'HoursReleased', Entry & { readonly claim: Claim }>;

export type DiaryEvent = VisitBooked | BookingReleased | HoursLogged | HoursReleased;

/** Each event that a diary stores. */
export const diaryEventTypes = eventTable<DiaryEvent>(diarySamples);
