/** Days of a service centre, written down to be played through the public API. */
export interface Scenario {
  readonly title: string;
  /** Business time at which people, customers and registers were entered, before the first call. */
  readonly since: string;
  readonly people: readonly Person[];
  /** What must be there before the first call: customers, registers, tools and parts in hand. */
  readonly setup: readonly SetupStep[];
  readonly tickets: readonly TicketStory[];
  /** What is no ticket's: steps that `post` or `see` alone. Default: none. */
  readonly stories?: readonly Story[];
  /** Streams that are told in plain words when all days are over, beside those of the tickets. Default: none. */
  readonly accounts?: readonly string[];
  /** Looks back at histories when all days are over. */
  readonly replays: readonly ReplayCheck[];
}

/** An employee who is a user; the login is the employee's id. */
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

/** A story of something else than a ticket. */
export interface Story {
  /** Unique within the scenario. */
  readonly name: string;
  readonly story: string;
  /** Business date of the steps whose time names none. */
  readonly day: string;
  readonly steps: readonly Step[];
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
  /** The clocks that were not met in time, by what is known when all days are over (B2); default none. */
  readonly breached?: readonly ('response' | 'restoration')[];
}

/**
 * One request, sent when the service's clock says so. Times are business times, `09:30` or `2026-03-03 09:30`, here and in the data.
 * Unless it says `refused`, it must be taken; the findings that it causes must be exactly `findings`,
 * but for those of the clocks, which time brings: the story says which are `breached`.
 */
export interface Step {
  readonly at: string;
  /** Login of whoever acts. */
  readonly by: string;
  /** The command, as its route names it; or, with `late`, `post` or `see`, none. */
  readonly do?: string;
  /** In place of a command to the ticket, one to something else: its path below `/api/v1`. */
  readonly post?: string;
  /** In place of a command, a look at what follows by itself, which is waited for. */
  readonly see?: See;
  readonly with?: Readonly<Record<string, unknown>>;
  /** The version at which what `post` names must stand; default: any. */
  readonly version?: number;
  /** How it must be refused: article and code (`V11/work-before-consent`), or a code alone (`not-your-visit`). */
  readonly refused?: string;
  /** Article and code of each finding that it must cause (`V21/site-not-cleaned`); default none. */
  readonly findings?: readonly string[];
  /** Business time at which it is told, when that is later than `at`; default: as it happens. */
  readonly told?: string;
  /** Send it a second time, and see that nothing changes. */
  readonly twice?: boolean;
  /** Steps done without a connection, sent in one batch at `at`. */
  readonly late?: readonly LateStep[];
}

/** A step of a batch; whoever sends the batch has done it. */
export type LateStep = Omit<Step, 'by' | 'do' | 'post' | 'see' | 'late' | 'told' | 'twice'> & {
  readonly do: string;
};

/** What a path below `/api/v1` must come to show, and show from then on: JSON pointer into the answer → value. */
export interface See {
  readonly path: string;
  readonly holds: Readonly<Record<string, unknown>>;
}

/** The ticket's state after `version`, or `at` a time as it was or as it was known, must hold these values. */
export interface ReplayCheck {
  readonly ticket: string;
  readonly version?: number;
  readonly at?: string;
  readonly knownAt?: string;
  /** JSON pointer into the state → value; null where nothing is. A business time stands for its instant. */
  readonly holds: Readonly<Record<string, unknown>>;
}
