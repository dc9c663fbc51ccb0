import { findingEvents, type FindingEvent } from '@app/findings';
import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';
import type { Range } from '../stocktake/range.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** A location, or a class of tools. */
export interface PeriodId {
  readonly kind: 'location' | 'tools';
  readonly subject: string;
}

/** It was counted whole, and the next count is due by then. */
export type CountCompleted = DomainEvent<
  'CountCompleted',
  PeriodId & { readonly stocktake: string; readonly due: Instant }
>;
/** A part of it was counted: what comes `after` one number, `upTo` another; what is absent does not bound it. */
export type CountPartCompleted = DomainEvent<
  'CountPartCompleted',
  PeriodId & Range & { readonly stocktake: string }
>;
/** It was due by `missed`, and is due once more by `due`. */
export type CountMissed = DomainEvent<
  'CountMissed',
  PeriodId & { readonly missed: Instant; readonly due: Instant }
>;
export type PeriodDeed = CountCompleted | CountPartCompleted | CountMissed;
export type PeriodEvent = PeriodDeed | FindingEvent;

const of: PeriodId = { kind: 'location', subject: 'main' };
const due = '2026-06-07T02:00:00.000Z';

export const periodEvents = {
  ...eventTable<PeriodDeed>(
    {
      CountCompleted: { ...of, stocktake: 'ST-2026-03', due },
      CountPartCompleted: { ...of, stocktake: 'ST-2026-03', after: 'BOLT-1', upTo: 'FAN-9' },
      CountMissed: { ...of, missed: due, due: '2026-09-07T02:00:00.000Z' },
    },
    none('CountCompleted', 'CountPartCompleted', 'CountMissed'),
  ),
  ...findingEvents(),
};
