import { findingEvents, type FindingEvent } from '@app/findings';
import { eventTable, none, type DomainEvent, type Instant, type LocalDate } from '@app/kernel';
import type {
  ContractKind,
  NotDone,
  Party,
  PlannedRound,
  RoundDay,
  RoundId,
} from './contract.values.js';
import type { Terms } from './terms.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

type Of<Type extends string, Data> = DomainEvent<
  Type,
  { readonly contract: string; readonly customer: string } & Data
>;

export type ContractDrafted = Of<
  'ContractDrafted',
  {
    kind: ContractKind;
    /** Sites that it is for; none: all of the customer's. */
    sites: readonly string[];
    /** Ids of the systems and units that it is for. */
    systems: readonly string[];
    from: LocalDate;
    /** The last day, included. */
    until: LocalDate;
    terms: Terms;
  }
>;
/** Other terms are put to both sides: what one had signed is signed anew. */
export type DraftRevised = Of<'DraftRevised', { terms: Terms; reason: string }>;
export type ContractSigned = Of<
  'ContractSigned',
  {
    party: Party;
    /** Of the customer's, who signed. */
    by?: string;
  }
>;
/** Both have signed: it holds, on the days of its term. */
export type ContractConcluded = Of<'ContractConcluded', { from: LocalDate; until: LocalDate }>;
/** Both agree on other terms with effect from a date. */
export type ContractAmended = Of<
  'ContractAmended',
  { from: LocalDate; terms: Terms; by: string; reason: string }
>;
/** It goes on from the day after its last one. */
export type ContractRenewed = Of<
  'ContractRenewed',
  { from: LocalDate; until: LocalDate; terms: Terms; by: string }
>;
/** It is to end before its time, with `on` as its last day. */
export type ContractTerminated = Of<'ContractTerminated', { on: LocalDate; reason: string }>;
/** Its last day is over. */
export type ContractEnded = Of<'ContractEnded', { on: LocalDate }>;

/** Rounds get their days by the working calendar as far as it is published. */
export type MaintenancePlanned = Of<
  'MaintenancePlanned',
  {
    /** Rounds are planned from that date on. */
    since: LocalDate;
    rounds: readonly PlannedRound[];
    /** Those that are no longer agreed on, and were not opened. */
    dropped: readonly RoundId[];
    /** Year, `2027`, for whose calendar the rest waits; absent: all is planned. */
    awaits?: string;
  }
>;
export type MaintenanceMoved = Of<
  'MaintenanceMoved',
  RoundId & RoundDay & { was: LocalDate; reason: string }
>;
/** It is time: a ticket is opened under this number. */
export type MaintenanceOpened = Of<
  'MaintenanceOpened',
  RoundId & { ticket: string; day: LocalDate; site: string; work: string }
>;
export type MaintenanceDone = Of<
  'MaintenanceDone',
  RoundId & {
    ticket: string;
    at: Instant;
    /** After the end of its day. */
    late: boolean;
  }
>;
/** Its ticket ended without it, or was reopened: the round is owed as before. */
export type MaintenanceOwed = Of<
  'MaintenanceOwed',
  RoundId & { ticket: string; why: NotDone; due: Instant }
>;
/** Its day is over, and nothing was done: it is carried over, and owed until it is done or moved. */
export type MaintenanceCarriedOver = Of<'MaintenanceCarriedOver', RoundId & { day: LocalDate }>;
/** The owner's operators have changed, so that the new ones are to be trained (B2). */
export type RetrainingAsked = Of<'RetrainingAsked', { change: string; charged: boolean }>;

/** A round that was found late; what is found of a signature names none. */
export type AtRound = Partial<RoundId>;

export type ContractOwnEvent =
  | ContractDrafted
  | DraftRevised
  | ContractSigned
  | ContractConcluded
  | ContractAmended
  | ContractRenewed
  | ContractTerminated
  | ContractEnded
  | MaintenancePlanned
  | MaintenanceMoved
  | MaintenanceOpened
  | MaintenanceDone
  | MaintenanceOwed
  | MaintenanceCarriedOver
  | RetrainingAsked;

export type ContractEvent = ContractOwnEvent | FindingEvent<AtRound>;

const of = { contract: 'HT-2026-JB', customer: 'jiangbin' };

const terms: Terms = {
  response: 60,
  restoration: 180,
  hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }],
  maintenance: [
    {
      plan: 'pump',
      site: 'S-1',
      work: '消防泵季度保养',
      systems: ['SYS-1'],
      rule: 'FREQ=MONTHLY;INTERVAL=3',
      first: '2026-03-31',
      noticeDays: 7,
      onDaysOff: 'next',
    },
  ],
  emergency: {
    measures: '一小时内到场，先行处置后补手续',
    consent: { by: '孙建平', upTo: '2000.00' },
    prices: [{ item: '夜间抢修', price: '300.00' }],
  },
  sparesPriority: true,
  retraining: true,
  price: '36000.00',
};

const round: RoundId = { plan: 'pump', round: '2026-09-30' };
const days: RoundDay = {
  day: '2026-09-30',
  opens: '2026-09-23T00:00:00.000Z',
  due: '2026-09-30T16:00:00.000Z',
};
const ticket = 'HT-2026-JB-pump-20260930-1';

/** Who of the customer's signed or agreed. */
const signer = { texts: ['by'], of: { kind: 'customer', id: 'customer' } } as const;
/** Why something was agreed on, moved or ended, and what was changed at the customer's, which can name people there. */
const reasoned = { texts: ['reason'], of: { kind: 'customer', id: 'customer' } } as const;
const changed = { texts: ['change'], of: { kind: 'customer', id: 'customer' } } as const;
/** What is done in emergencies, whom to call among it, and who of the customer's consents beforehand. */
const emergency = {
  texts: ['terms.emergency.measures', 'terms.emergency.consent.by'],
  of: { kind: 'customer', id: 'customer' },
} as const;

export const contractEvents = {
  ...eventTable<ContractOwnEvent>(
    {
      ContractDrafted: {
        ...of,
        kind: 'maintenance',
        sites: ['S-1'],
        systems: ['SYS-1'],
        from: '2026-01-01',
        until: '2026-12-31',
        terms,
      },
      DraftRevised: { ...of, terms, reason: '补上紧急条款' },
      ContractSigned: { ...of, party: 'customer', by: '孙建平' },
      ContractConcluded: { ...of, from: '2026-01-01', until: '2026-12-31' },
      ContractAmended: { ...of, from: '2026-07-01', terms, by: '孙建平', reason: '增加一台泵' },
      ContractRenewed: { ...of, from: '2027-01-01', until: '2027-12-31', terms, by: '孙建平' },
      ContractTerminated: { ...of, on: '2026-11-30', reason: '大楼拆除' },
      ContractEnded: { ...of, on: '2026-11-30' },
      MaintenancePlanned: {
        ...of,
        since: '2026-01-01',
        rounds: [{ ...round, ...days, site: 'S-1' }],
        dropped: [{ plan: 'pump', round: '2026-12-31' }],
        awaits: '2027',
      },
      MaintenanceMoved: { ...of, ...round, ...days, was: '2026-09-29', reason: '客户盘点' },
      MaintenanceOpened: { ...of, ...round, ticket, day: days.day, site: 'S-1', work: '季度保养' },
      MaintenanceDone: { ...of, ...round, ticket, at: '2026-09-30T02:00:00.000Z', late: false },
      MaintenanceOwed: { ...of, ...round, ticket, why: 'no-access', due: days.due },
      MaintenanceCarriedOver: { ...of, ...round, day: days.day },
      RetrainingAsked: { ...of, change: '消控室换了两名值班员', charged: false },
    },
    {
      ContractDrafted: [emergency],
      DraftRevised: [emergency, reasoned],
      ContractSigned: [signer],
      ContractAmended: [signer, emergency, reasoned],
      RetrainingAsked: [changed],
      ContractRenewed: [signer, emergency],
      ContractTerminated: [reasoned],
      MaintenanceMoved: [reasoned],
      ...none(
        'ContractConcluded',
        'ContractEnded',
        'MaintenancePlanned',
        'MaintenanceOpened',
        'MaintenanceDone',
        'MaintenanceOwed',
        'MaintenanceCarriedOver',
      ),
    },
  ),
  ...findingEvents<AtRound>(round),
};
