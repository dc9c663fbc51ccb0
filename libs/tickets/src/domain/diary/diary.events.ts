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

export type VisitBooked = DomainEvent<'VisitBooked', Entry & { readonly window: Span }>;
export type BookingReleased = DomainEvent<'BookingReleased', Entry>;
export type HoursLogged = DomainEvent<'HoursLogged', Entry & { readonly span: Span }>;
/** Hours that were logged wrongly: the person is free again then. */
export type HoursWithdrawn = DomainEvent<'HoursWithdrawn', Entry & { readonly span: Span }>;

/** The technician came to the customer then, or left again: at whose they are. */
export type StayBegan = DomainEvent<'StayBegan', Entry>;
export type StayEnded = DomainEvent<'StayEnded', Entry>;

export type DiaryEvent =
  VisitBooked | BookingReleased | HoursLogged | HoursWithdrawn | StayBegan | StayEnded;
