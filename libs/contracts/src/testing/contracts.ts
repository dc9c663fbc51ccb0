import type { CalendarYear, LocalDate, WorkingCalendar } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { ContractDrafted, ContractEvent } from '../domain/contract.events.js';
import type { PlannedRound } from '../domain/contract.values.js';
import { dayOn } from '../domain/planning.js';
import type { MaintenancePlan, Terms } from '../domain/terms.js';

/* A contract of 2026 with one plan, a week of notice, whose terms a test may change. */

export const IDS = { contract: 'HT-1', customer: 'C-1' } as const;

export const PLAN: MaintenancePlan = {
  plan: 'pump',
  site: 'S-1',
  work: '消防泵保养',
  systems: ['SYS-1'],
  rule: 'FREQ=MONTHLY;INTERVAL=3',
  first: '2026-03-31',
  noticeDays: 7,
  onDaysOff: 'next',
};

export const TERMS: Terms = {
  response: 60,
  restoration: 180,
  maintenance: [PLAN],
  emergency: { measures: '一小时内到场', prices: [] },
  sparesPriority: true,
  retraining: true,
  price: '36000.00',
};

/** The same without a word on emergencies. */
export const { emergency: _, ...UNREADY } = TERMS;

export const DRAFT: Omit<ContractDrafted['data'], 'terms'> = {
  ...IDS,
  kind: 'maintenance',
  sites: [],
  systems: ['SYS-1'],
  from: '2026-01-01',
  until: '2026-12-31',
};

const event = eventOf<ContractEvent>(SUPERVISOR);
/** Before the tests' business day. */
const AGREED_AT = '2026-01-01T00:00:00.000Z';

/** What both have signed. */
export function concluded(
  terms: Terms = TERMS,
  draft: Partial<typeof DRAFT> = {},
): ContractEvent[] {
  const data = { ...DRAFT, ...draft };
  const { from, until } = data;
  return [
    event('ContractDrafted', { ...data, terms }, AGREED_AT),
    event('ContractSigned', { ...IDS, party: 'centre' }, AGREED_AT),
    event('ContractSigned', { ...IDS, party: 'customer', by: '孙建平' }, AGREED_AT),
    event('ContractConcluded', { ...IDS, from, until }, AGREED_AT),
  ];
}

/** A round as it is planned, on the date of its rule unless it is said otherwise. */
export function roundOn(round: LocalDate, day: LocalDate = round): PlannedRound {
  return { plan: PLAN.plan, round, ...dayOn(PLAN, day), site: PLAN.site };
}

export function planned(...rounds: readonly PlannedRound[]): ContractEvent {
  return event('MaintenancePlanned', { ...IDS, since: DRAFT.from, rounds, dropped: [] }, AGREED_AT);
}

/** Of 2026: weekends, and the days around National Day as they were published. */
export const YEAR_2026: CalendarYear = {
  edition: 1,
  restDays: [6, 7],
  holidays: ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ date: `2026-10-${day}` })),
  makeUpDays: [{ date: '2026-09-20' }, { date: '2026-10-10' }],
};

export const CALENDAR: WorkingCalendar = new Map([['2026', YEAR_2026]]);
