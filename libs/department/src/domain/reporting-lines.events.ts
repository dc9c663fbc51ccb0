import { eventTable, none, type DomainEvent } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** Somebody reports to another superior from now on. */
export type SuperiorNamed = DomainEvent<
  'SuperiorNamed',
  {
    readonly employee: string;
    /** Absent: to nobody, as they have none, were dismissed or have left. */
    readonly reportsTo?: string;
  }
>;

/** All that the stream folds to, so that no command reads further back (ADR 24). */
export type ReportingLinesCarriedForward = DomainEvent<
  'ReportingLinesCarriedForward',
  { readonly lines: readonly { readonly employee: string; readonly reportsTo: string }[] }
>;

export type ReportingLinesEvent = SuperiorNamed | ReportingLinesCarriedForward;

export const reportingLinesEventTypes = eventTable<ReportingLinesEvent>(
  {
    SuperiorNamed: { employee: 'li-wei', reportsTo: 'chen-gang' },
    ReportingLinesCarriedForward: { lines: [{ employee: 'li-wei', reportsTo: 'chen-gang' }] },
  },
  none('SuperiorNamed', 'ReportingLinesCarriedForward'),
);
