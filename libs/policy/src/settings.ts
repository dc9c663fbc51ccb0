import type { DailySpan, Instant, Yuan } from '@app/kernel';

/** The numbers that a policy works with. An event records the version of those that judged it. */
export interface PolicySettings {
  /** Year and edition; never given twice. */
  readonly version: string;
  /** From when on it judges: midnight in the business zone. */
  readonly inForceFrom: Instant;
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
  /** Minutes after which what is told has happened already: it is stored, and no longer refused (R10). */
  readonly toldLateAfter: number;
  readonly materials: {
    /** An issue into somebody's hands, or a scrapping, of more than this value needs an approval (R12). */
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
  /** What one ticket holds at most (R10): beyond it a new one is opened. */
  readonly ticketBounds: {
    readonly events: number;
    /** Events more, for what leads the ticket to its end. */
    readonly reserve: number;
    readonly photos: number;
    readonly findings: number;
  };
}

/** Every edition, oldest first. An edition that has judged an event is not changed: a new one follows it. */
export const policies: readonly [PolicySettings, ...PolicySettings[]] = [
  {
    version: '2026.1',
    inForceFrom: '2025-12-31T16:00:00.000Z',
    quietHours: [
      { from: '12:00', until: '14:00' },
      { from: '21:00', until: '08:00' },
    ],
    nextCalendarFrom: '11-01',
    sla: { response: 120, restoration: 240, warnPercent: 75 },
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
    ticketBounds: { events: 10_000, reserve: 1_000, photos: 500, findings: 500 },
  },
];

/** The newest edition; what happened earlier is judged by `policyAt`. */
export const policy: PolicySettings = policies.at(-1)!;

/**
 * The edition in force at an instant. What happened before the first edition is judged by the
 * first: a record from then must not be lost for want of a policy.
 *
 * @param editions oldest first; default: those of the catalogue
 */
export function policyAt(
  at: Instant,
  editions: readonly [PolicySettings, ...PolicySettings[]] = policies,
): PolicySettings {
  return editions.findLast(({ inForceFrom }) => inForceFrom <= at) ?? editions[0];
}
