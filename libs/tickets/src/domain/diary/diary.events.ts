import type { DomainEvent, LocalDate, Span } from '@app/kernel';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

interface Entry {
  readonly employee: string;
  readonly date: LocalDate;
  readonly ticket: string;
  readonly visit: number;
}

interface Meets {
  /**
   * Other tickets that were told of before, and whose stays of this date this one bears on: whether the
   * person was in two places is to be looked at anew there (R10). Default: none.
   */
  readonly meets?: readonly string[];
}

export type VisitBooked = DomainEvent<'VisitBooked', Entry & { readonly window: Span }>;
export type BookingReleased = DomainEvent<'BookingReleased', Entry>;
export type HoursLogged = DomainEvent<'HoursLogged', Entry & { readonly span: Span }>;
/** Hours that were logged wrongly: the person is free again then. */
export type HoursWithdrawn = DomainEvent<'HoursWithdrawn', Entry & { readonly span: Span }>;

/** The technician came to the customer then, or left again: at whose they are. */
export type StayBegan = DomainEvent<'StayBegan', Entry & Meets>;
/** They had not come then, though they were taken to have come with others. */
export type StayWithdrawn = DomainEvent<'StayWithdrawn', Entry & Meets>;
export type StayEnded = DomainEvent<'StayEnded', Entry & Meets>;

export type DiaryEvent =
  | VisitBooked
  | BookingReleased
  | HoursLogged
  | HoursWithdrawn
  | StayBegan
  | StayWithdrawn
  | StayEnded;
