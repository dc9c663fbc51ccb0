import { eventTable, none, type DomainEvent } from '@app/kernel';
import type { OnCallException, RosterEdition } from './roster.values.js';

/** A new edition of the roster; those before it stay, for emergencies that were raised under them. */
export type OnCallRosterSet = DomainEvent<'OnCallRosterSet', { roster: string } & RosterEdition>;
/** Somebody stands in for others on a date; of two exceptions for one hour the later recorded holds. */
export type OnCallExceptionMade = DomainEvent<
  'OnCallExceptionMade',
  { roster: string; reason: string } & OnCallException
>;
export type RosterEvent = OnCallRosterSet | OnCallExceptionMade;

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const rosterEvents = eventTable<RosterEvent>(
  {
    OnCallRosterSet: {
      roster: 'main',
      edition: 1,
      inForceFrom: '2026-03-01T16:00:00.000Z',
      generalManager: 'ma-guoqiang',
      rungs: [
        {
          name: '值班技术员',
          shifts: [{ days: [1, 2, 3, 4, 5], from: '18:00', until: '08:00', employees: ['li-wei'] }],
        },
      ],
    },
    OnCallExceptionMade: {
      roster: 'main',
      rung: 1,
      date: '2026-03-02',
      from: '18:00',
      until: '08:00',
      employees: ['wang-fang'],
      reason: '李伟请假',
    },
  },
  none('OnCallRosterSet', 'OnCallExceptionMade'),
);
