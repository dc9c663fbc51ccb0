import { findingEvents, type FindingEvent } from '@app/findings';
import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';

/** Where on the ladder something was found. */
export interface AtRung {
  /** Number of the rung, from 1. */
  readonly rung: number;
}

/** A ticket is an emergency: somebody has to take it. */
export type EmergencyRaised = DomainEvent<
  'EmergencyRaised',
  {
    ticket: string;
    /** The edition of the roster that it climbs; absent: none was in force. */
    edition?: number;
    /** Minutes to the next rung, by the policy then. */
    nextRungAfter: number;
  }
>;
/** All who are on call on a rung are called. */
export type EscalationRungCalled = DomainEvent<
  'EscalationRungCalled',
  {
    ticket: string;
    /** How often the ladder has begun, from 1. */
    round: number;
    rung: number;
    /** What the roster calls the rung. */
    name: string;
    /** Employee ids; none: nobody was on call, and the next rung was called at once. */
    employees: readonly string[];
    /** When the next rung is called, unless somebody acknowledges before; absent: at once. */
    next?: Instant;
  }
>;
/** The ladder begins again: nobody on it has acknowledged, or nobody is on call on any rung. */
export type GeneralManagerCalled = DomainEvent<
  'GeneralManagerCalled',
  { ticket: string; round: number; employee: string }
>;
/** Nobody can be called, as nobody is on call on any rung or no roster is in force: the ladder is looked at again. */
export type OnCallAwaited = DomainEvent<
  'OnCallAwaited',
  {
    ticket: string;
    /** The round that begins then. */
    round: number;
    /** When somebody comes on call by the roster as it stands, or the general manager is called again, whichever is sooner. */
    next: Instant;
  }
>;
/** From here on it climbs the ladder of another edition: there was none before, or nobody is on call on that. */
export type LadderTakenUp = DomainEvent<'LadderTakenUp', { ticket: string; edition: number }>;
/** Somebody of the ladder takes it. Whoever does so after another learns who was first. */
export type EmergencyAcknowledged = DomainEvent<
  'EmergencyAcknowledged',
  { ticket: string; employee: string; first: string }
>;
/** Why an emergency is none any more: the service is back, or its ticket has ended. */
export type Resolution = 'restored' | 'ticket-resolved' | 'ticket-cancelled';
export type EmergencyResolved = DomainEvent<
  'EmergencyResolved',
  { ticket: string; by: Resolution }
>;

export type LadderEvent =
  | EmergencyRaised
  | EscalationRungCalled
  | GeneralManagerCalled
  | OnCallAwaited
  | LadderTakenUp
  | EmergencyAcknowledged
  | EmergencyResolved;
export type EmergencyEvent = LadderEvent | FindingEvent<AtRung>;

const ticket = 'T-2026-0001';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const ladderEvents = eventTable<LadderEvent>(
  {
    EmergencyRaised: { ticket, edition: 1, nextRungAfter: 10 },
    EscalationRungCalled: {
      ...{ ticket, round: 1, rung: 1, name: '值班技术员' },
      employees: ['li-wei'],
      next: '2026-03-01T18:10:00.000Z',
    },
    GeneralManagerCalled: { ticket, round: 2, employee: 'ma-guoqiang' },
    OnCallAwaited: { ticket, round: 2, next: '2026-03-01T18:10:00.000Z' },
    LadderTakenUp: { ticket, edition: 2 },
    EmergencyAcknowledged: { ticket, employee: 'wang-fang', first: 'li-wei' },
    EmergencyResolved: { ticket, by: 'restored' },
  },
  none(
    'EmergencyRaised',
    'EscalationRungCalled',
    'GeneralManagerCalled',
    'OnCallAwaited',
    'LadderTakenUp',
    'EmergencyAcknowledged',
    'EmergencyResolved',
  ),
);

export const emergencyEvents = { ...ladderEvents, ...findingEvents<AtRung>({ rung: 1 }) };
