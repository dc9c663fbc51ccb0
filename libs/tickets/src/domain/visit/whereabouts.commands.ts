import type { Ask, Instant, LocalDate } from '@app/kernel';

/** A moment at which somebody came on this ticket, or was found to be in two places. */
export interface Whereabouts {
  readonly visit: number;
  readonly at: Instant;
  /** Their diary has them at another ticket's customer then. */
  readonly elsewhere: boolean;
}

/**
 * Given by a process alone, when another ticket has told where somebody was on a date, or until when: whether
 * they were in two places as they came on this one is looked at anew, by what their diary says by now.
 */
export type JudgeWhereabouts = Ask<
  'JudgeWhereabouts',
  {
    technician: string;
    date: LocalDate;
    /** The event of another stream that shows it. */
    shownBy: { readonly type: string; readonly occurredAt: Instant; readonly stream: string };
  },
  { whereabouts: readonly Whereabouts[] }
>;
