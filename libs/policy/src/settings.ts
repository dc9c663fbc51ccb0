import type { DailySpan, Instant, Yuan } from '@app/kernel';

/** The numbers of the service: what its rules, clocks and terms go by. */
export interface ServiceSettings {
  /** Hours in which a customer who has named none is not to be disturbed: rest and meals (V19). */
  readonly quietHours: readonly DailySpan[];
  /** Month and day from which the working calendar of the next year is asked of the operator (V19). */
  readonly nextCalendarFrom: string;
  /** Minutes from the call, around the clock, for a customer without terms of their own (B2). */
  readonly sla: {
    /** Until a technician is on site. */
    readonly response: number;
    /** Until an ordinary line fault is gone. */
    readonly restoration: number;
    /** Per cent of either after which those who can still help are warned. */
    readonly warnPercent: number;
  };
  /** Months of the warranty from the final acceptance on, where neither tender nor contract says otherwise (B2). */
  readonly warrantyMonths: number;
  /** For an hour of work after the warranty, for which parts are charged at cost (B2). */
  readonly labourFeePerHour: Yuan;
  /** Days before the last day of a warranty on which its owner is to be offered a maintenance contract (B2). */
  readonly contractProposedDays: number;
  /** Minutes after which what is told has happened already: it is stored, and no longer refused (R10). */
  readonly toldLateAfter: number;
  readonly materials: {
    /** What goes into one person's hands, or for one ticket, of a material on a day, or a scrapping, of more than this value needs an approval (R12). */
    readonly approvalAbove: Yuan;
    /** Requests of one person for one material at one place that wait at a time (R12). */
    readonly openRequests: number;
    /** Days after which what nobody has issued is asked for anew (R12). */
    readonly requestDays: number;
    /** Days by which the office may register late what it keeps already: of an earlier time nothing is told (R11). */
    readonly registeredLateDays: number;
    /** Days after which what was neither used nor sold is proposed as slow-moving (D15). */
    readonly slowMovingAfter: number;
    /** Up to which share of the consumption, in per cent of its value, a material is of class A, and of B (R15). */
    readonly classes: { readonly a: number; readonly b: number };
  };
  readonly stocktake: {
    /** Two people count what is worth more than this at a place (R16). */
    readonly secondCounterAbove: Yuan;
    /** Days within which every location and every class of tools is counted, from the last approval on (R16). */
    readonly everyDays: {
      readonly location: number;
      readonly tools: number;
      /** Those that have a period of their own: `location:main`, `tools:meter`. */
      readonly others: Readonly<Record<string, number>>;
    };
  };
  /** Money that whoever collects it has in hand, as it was not paid straight to the company (D40). */
  readonly handover: {
    /** How such money is paid; what is paid otherwise is with the company at once. */
    readonly inHand: readonly string[];
    /** Working days after that of the collection, at the end of which it is demanded. */
    readonly demandAfter: number;
    /** Working days after that of the demand, at the end of which it counts as kept. */
    readonly keptAfter: number;
  };
  /** Cases about one employee that one person may have reported and nobody has looked into yet (D42). */
  readonly unansweredReports: number;
  /** Minutes after which the next rung of the ladder is called, where nobody has acknowledged an emergency (B3). */
  readonly nextRungAfter: number;
  /** Of the tickets that are closed, the share in per cent whose customers are asked afterwards by themselves (R6). */
  readonly followUpPercent: number;
  /** Complaints of customers (R6, R7, R9). */
  readonly complaints: {
    /** Minutes from the receipt, around the clock, within which the customer is apologised to (R7, N13). */
    readonly acknowledgeWithin: number;
    /** Working days after that of the receipt, at the end of which the customer has been answered (R9). */
    readonly answerWithin: number;
    /** Per cent of either after which those who can still help are warned. */
    readonly warnPercent: number;
    /** How often a customer is tried to be reached before a complaint may end without an answer (R9). */
    readonly attempts: number;
    /** What may be granted on one complaint in money, by the role of whoever grants it (R2). */
    readonly authority: {
      readonly office: Yuan;
      readonly supervisor: Yuan;
      readonly generalManager: Yuan;
    };
  };
  /** What one ticket holds at most (R10): beyond it a new one is opened. */
  readonly ticketBounds: {
    readonly events: number;
    /** Events more, for what leads the ticket to its end. */
    readonly reserve: number;
    readonly photos: number;
    readonly findings: number;
  };
}

/** An edition of the service settings that judges. An event records the version of the one that judged it. */
export interface PolicySettings extends ServiceSettings {
  /** Year and edition; never given twice. */
  readonly version: string;
  /** From when on it judges. */
  readonly inForceFrom: Instant;
}

/**
 * Edition 1, which ships in force (ADR 38). Those that follow it are drafted and approved where it is
 * installed, and stand in the log: here nothing is changed, but what a new program needs besides is added.
 */
export const policy: PolicySettings = {
  version: '2026.1',
  inForceFrom: '2025-12-31T16:00:00.000Z',
  quietHours: [
    { from: '12:00', until: '14:00' },
    { from: '21:00', until: '08:00' },
  ],
  nextCalendarFrom: '11-01',
  sla: { response: 120, restoration: 240, warnPercent: 75 },
  warrantyMonths: 24,
  labourFeePerHour: '60.00',
  contractProposedDays: 60,
  toldLateAfter: 15,
  materials: {
    approvalAbove: '500.00',
    openRequests: 20,
    requestDays: 30,
    registeredLateDays: 31,
    slowMovingAfter: 180,
    classes: { a: 80, b: 95 },
  },
  stocktake: {
    secondCounterAbove: '1000.00',
    everyDays: { location: 92, tools: 183, others: {} },
  },
  handover: { inHand: ['cash'], demandAfter: 2, keptAfter: 2 },
  unansweredReports: 10,
  nextRungAfter: 10,
  followUpPercent: 0,
  complaints: {
    acknowledgeWithin: 120,
    answerWithin: 3,
    warnPercent: 75,
    attempts: 3,
    authority: { office: '100.00', supervisor: '500.00', generalManager: '10000.00' },
  },
  ticketBounds: { events: 10_000, reserve: 1_000, photos: 500, findings: 500 },
};

/** Those that have judged or will, the oldest first. */
type Editions = readonly [PolicySettings, ...PolicySettings[]];

/** As this process knows them of its log. */
let known: Editions = [policy];

/**
 * Lets `policyAt` answer by the editions that were approved, besides the one that ships. What an older
 * program did not know of stands in none of them, and is as it ships.
 *
 * @param approved in the order in which they come into force
 */
export function knowEditions(approved: readonly PolicySettings[]): void {
  known = [policy, ...approved.map((edition) => filled(policy, edition))];
}

function filled<Said extends object>(ships: Said, said: Said): Said {
  const fields = Object.entries(ships).map(([name, value]: [string, unknown]) => {
    const own = (said as Record<string, unknown>)[name];
    return [name, isSection(value) && isSection(own) ? filled(value, own) : (own ?? value)];
  });
  return { ...said, ...Object.fromEntries(fields) } as Said;
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The edition in force at an instant. What happened before the first edition is judged by the
 * first: a record from then must not be lost for want of a policy. For an instant that has passed the
 * answer never changes, as no edition comes into force before every process knows of it.
 *
 * @param editions default: those that this process knows
 */
export function policyAt(at: Instant, editions: Editions = known): PolicySettings {
  return editions.findLast(({ inForceFrom }) => inForceFrom <= at) ?? editions[0];
}
