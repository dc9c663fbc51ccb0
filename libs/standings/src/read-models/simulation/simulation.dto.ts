import type { Measure } from '../../domain/edition/clause.js';
import { type CountedBody } from '../standing/standing.dto.js';

/** A year as an edition makes it. */
export class SimulatedBody {
  readonly points!: number;
  readonly net!: CountedBody[];
  /** As many major demerits stood at some moment as bring dismissal. */
  readonly dismissal!: boolean;
}

/** A case that the other edition judges otherwise; without measures no act follows from it. */
export class OtherVerdictBody {
  readonly case!: number;
  readonly before!: Measure[];
  readonly after!: Measure[];
}

/** An employee of whose year anything would be otherwise. */
export class SimulatedYearBody {
  readonly employee!: string;
  readonly before!: SimulatedBody;
  readonly after!: SimulatedBody;
  readonly verdicts!: OtherVerdictBody[];
}

/** Some standings of a year under another edition. */
export class SimulationBody {
  readonly edition!: string;
  readonly year!: string;
  /** Standings of the year that were judged so far, and all of them. */
  readonly done!: number;
  readonly total!: number;
  readonly items!: SimulatedYearBody[];
  /** For the parameter `after`; null when all are done. */
  readonly next!: string | null;
  readonly position!: string;
}
