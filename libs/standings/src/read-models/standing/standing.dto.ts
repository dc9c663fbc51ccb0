import { IsIn, Matches } from 'class-validator';
import { AsOfQuery, MayBeAbsent, PageQuery, Slug } from '@app/http';
import type { Level, Measure } from '../../domain/edition/clause.js';
import type { ReckoningOrder } from '../../domain/edition/edition.js';
import type { CaseStatus } from '../../domain/standing.state.js';

const YEAR = /^20\d{2}$/;

/** Whose standing, and of which calendar year of the business zone. */
export class StandingPath {
  @Slug()
  employee!: string;

  @Matches(YEAR)
  year!: string;
}

/** Whose decision. */
export class DecisionPath extends StandingPath {
  /** Number of the case within the year. */
  @Matches(/^[1-9]\d{0,4}$/)
  case!: string;
}

/** As known when: `minPosition` alone. */
export class StandingParams extends AsOfQuery {}

/** Which standings. */
export class AnnualStandingsParams extends PageQuery {
  @Matches(YEAR)
  year!: string;

  /** Default: the whole centre. */
  @MayBeAbsent()
  @IsIn(['sales', 'repair'])
  department?: 'sales' | 'repair';
}

/** A sentence in both languages. */
export class SentenceBody {
  readonly zh!: string;
  readonly en!: string;
}

/** One of a level: an act of its own, or what several were converted to. */
export class CountedBody {
  readonly level!: Level;
  /** The cases that it is made of. */
  readonly of!: number[];
}

export class OffsetBody {
  readonly reward!: CountedBody;
  readonly discipline!: CountedBody;
}

export class MonthPointsBody {
  /** `2026-03`. */
  readonly month!: string;
  readonly points!: number;
  readonly of!: number[];
}

/** The paper that an act was taken over from. */
export class OpeningBody {
  /** Its number within the year. */
  readonly entry!: number;
  readonly source!: string;
  readonly dated!: string;
}

/** A case of the year, in short. */
export class CaseBody {
  readonly case!: number;
  readonly status!: CaseStatus;
  readonly article!: string;
  readonly clause!: string;
  readonly says!: SentenceBody;
  readonly facts!: string;
  readonly happenedAt!: string;
  /** The edition that judges it. */
  readonly edition!: string;
  readonly measures!: Measure[];
  readonly points!: number;
  readonly hearingUntil?: string;
  readonly appealUntil?: string;
  /** The cases that brought it about. */
  readonly because?: number[];
  /** Paid, or to be paid, for extra service (D30). */
  readonly share?: string;
  readonly sharePaid!: boolean;
  /** It was decided on paper, and taken over by this opening entry; absent: it was decided here. */
  readonly fromPaper?: OpeningBody;
}

export class RanksBody {
  readonly centre!: number;
  readonly department!: number;
}

/** A year with everything that made its numbers (D8). */
export class StandingAnswer {
  readonly employee!: string;
  readonly year!: string;
  readonly closed!: boolean;
  /** The edition in whose order it is reckoned; null where no act counts. */
  readonly edition!: string | null;
  /** All whose numbers count in it: where an edition cuts the year, each act counts by its own. */
  readonly editions!: string[];
  readonly order!: ReckoningOrder | null;
  readonly points!: number;
  /** By points in the whole centre, and in the department of the latest case; who have the same share a rank. */
  readonly ranks!: RanksBody;
  readonly months!: MonthPointsBody[];
  readonly gross!: CountedBody[];
  readonly converted!: CountedBody[];
  readonly offset!: OffsetBody[];
  readonly net!: CountedBody[];
  /** Why it is so, a sentence for each number. */
  readonly why!: SentenceBody[];
  readonly cases!: CaseBody[];
  readonly version!: number;
  readonly position!: string;
}

/** A year in the ranking. */
export class RankedStanding {
  readonly employee!: string;
  readonly year!: string;
  readonly department!: 'sales' | 'repair' | 'office' | null;
  readonly points!: number;
  /** Of the year before; null where it has no case. */
  readonly pointsBefore!: number | null;
  /** By points among all who are asked for, shown or not; who have the same share a rank. */
  readonly rank!: number;
  readonly closed!: boolean;
  /** What is left of each level. */
  readonly net!: CountedBody[];
}
