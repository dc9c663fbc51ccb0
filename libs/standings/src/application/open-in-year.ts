import { Query } from '@nestjs/cqrs';
import type { Instant } from '@app/kernel';

/** Of whom something of a year is still open, by all that is recorded. */
export interface OpenInYear {
  /** A case is open, or can be appealed against. */
  readonly cases: readonly string[];
  /** An entry from paper waits. */
  readonly entries: readonly string[];
  /** Whoever has a case or a figure of the year: something of them may be still to be evaluated. */
  readonly everybody: readonly string[];
}

/** Asks for it; a read model answers, as no stream knows everybody. */
export class OpenInYearQuery extends Query<OpenInYear> {
  /** @param at until when a term of appeal is over */
  constructor(
    readonly year: string,
    readonly at: Instant,
  ) {
    super();
  }
}
