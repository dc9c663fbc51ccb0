import { eventTable, none, type DomainEvent } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** The year is closed, for everybody. */
export type CentreYearClosed = DomainEvent<'CentreYearClosed', { readonly year: string }>;
export type CentreYearReopened = DomainEvent<
  'CentreYearReopened',
  { readonly year: string; readonly reason: string }
>;
/** After the last day of the year something of its facts happened to a case or an evaluation: it was open then. */
export type CentreYearTouched = DomainEvent<
  'CentreYearTouched',
  { readonly year: string; readonly employee: string }
>;
export type YearEvent = CentreYearClosed | CentreYearReopened | CentreYearTouched;

export const yearEvents = eventTable<YearEvent>(
  {
    CentreYearClosed: { year: '2026' },
    CentreYearReopened: { year: '2026', reason: '补报一案' },
    CentreYearTouched: { year: '2026', employee: 'he-ying' },
  },
  none('CentreYearClosed', 'CentreYearReopened', 'CentreYearTouched'),
);
