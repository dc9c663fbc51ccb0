/** Days of a service centre, written down to be played through the public API. */
export interface Scenario {
  readonly title: string;
  readonly people: readonly Person[];
  /** What must be there before the first call: customers, registers, tools and parts in hand. */
  readonly setup: readonly SetupStep[];
  readonly tickets: readonly TicketStory[];
  /** Looks back at histories when all days are over. */
  readonly replays: readonly ReplayCheck[];
}

/** An employee with an account; the login is the employee's id. */
export interface Person {
  readonly employee: string;
  readonly name: string;
  readonly department: 'sales' | 'repair' | 'office';
  readonly supervisor?: boolean;
  readonly reportsTo?: string;
  readonly roles: readonly string[];
}

/** `post` is a path below `/api/v1`. */
export interface SetupStep {
  readonly by: string;
  readonly post: string;
  readonly with: Readonly<Record<string, unknown>>;
}

export interface TicketStory {
  readonly ticket: string;
  /** What it shows, in a few words. */
  readonly story: string;
  /** Business date of the steps whose time names none. */
  readonly day: string;
  readonly steps: readonly Step[];
  /** Where the ticket stands when all days are over. */
  readonly ends: 'open' | 'resolved' | 'closed' | 'cancelled';
}

/**
 * One request. Times are business times, `09:30` or `2026-03-03 09:30`, here and in the data.
 * Unless it says `refused`, it must be taken; the findings that it causes must be exactly `findings`.
 */
export interface Step {
  readonly at: string;
  /** Login of whoever acts. */
  readonly by: string;
  /** The command, as its route names it; or, with `late`, none. */
  readonly do?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  /** The article (`V11`) or the code (`not-your-visit`) under which it must be refused. */
  readonly refused?: string;
  /** Articles of the findings it must cause; default none. */
  readonly findings?: readonly string[];
  /** Send it a second time, and see that nothing changes. */
  readonly twice?: boolean;
  /** Steps done without a connection, sent in one batch at `at`. */
  readonly late?: readonly Omit<Step, 'by' | 'late' | 'twice'>[];
}

/** The ticket's state after `version`, or `at` a time as it was or as it was known, must hold these values. */
export interface ReplayCheck {
  readonly ticket: string;
  readonly version?: number;
  readonly at?: string;
  readonly knownAt?: string;
  /** JSON pointer into the state → value. */
  readonly holds: Readonly<Record<string, unknown>>;
}
