import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches, Max, Min } from 'class-validator';
import { CalendarDate, CommandDto, Integer, MayBeAbsent, Nested } from '@app/http';
import type { EditionText, ProRata, ReckoningOrder } from '../domain/edition/edition.js';
import { orders, proRatas } from '../domain/edition/edition.js';
import { ClauseDto } from './clause.dto.js';
import { SettingsDto } from './settings.dto.js';

const EDITION = /^20\d{2}\.\d{1,3}$/;

/** Points of each level in the month's appraisal (D8): above zero for rewards, below it for discipline. */
export class PointsDto {
  @Integer()
  @Min(1)
  @Max(1_000)
  commendation!: number;

  @Integer()
  @Min(1)
  @Max(1_000)
  merit!: number;

  @Integer()
  @Min(1)
  @Max(1_000)
  'major-merit'!: number;

  @Integer()
  @Min(-1_000)
  @Max(-1)
  warning!: number;

  @Integer()
  @Min(-1_000)
  @Max(-1)
  demerit!: number;

  @Integer()
  @Min(-1_000)
  @Max(-1)
  'major-demerit'!: number;
}

/** What an edition of document 2 says. */
export class EditionTextDto implements EditionText {
  @Nested(() => PointsDto)
  points!: PointsDto;

  /** So many merits make one major merit in a year. */
  @Integer()
  @Min(2)
  @Max(100)
  meritsToMajor!: number;

  /** So many demerits make one major demerit in a year. */
  @Integer()
  @Min(2)
  @Max(100)
  demeritsToMajor!: number;

  /** So many major demerits in a year bring dismissal. */
  @Integer()
  @Min(1)
  @Max(100)
  majorsToDismissal!: number;

  /** In which order merits and demerits are converted and offset. */
  @IsIn(orders)
  order!: ReckoningOrder;

  /** Working days in which an employee is heard. */
  @Integer()
  @Min(1)
  @Max(100)
  hearingDays!: number;

  /** Working days in which a decision can be appealed against. */
  @Integer()
  @Min(1)
  @Max(100)
  appealDays!: number;

  /**
   * How the target of a month counts for who joins, leaves, changes department or is on leave within it;
   * default: by its days.
   */
  @MayBeAbsent()
  @IsIn(proRatas)
  proRata?: ProRata;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @Nested(() => ClauseDto, { each: true })
  clauses!: ClauseDto[];
}

/** An edition of document 2, or a new text of one that is not approved yet (D41). */
export class DraftEditionDto extends CommandDto {
  /** Year and edition, `2026.1`: the version by which all that it judges will name it. */
  @Matches(EDITION)
  edition!: string;

  /** Default: document 2 as it was published. */
  @MayBeAbsent()
  @Nested(() => EditionTextDto)
  text?: EditionTextDto;
}

/** An edition of the service settings, or new ones of one that is not approved yet. */
export class DraftSettingsDto extends CommandDto {
  /** Year and edition, `2027.1`: the version by which all that it judges will name it. */
  @Matches(EDITION)
  edition!: string;

  /** What is to be otherwise; a part that is left out is as in the edition approved last. */
  @Nested(() => SettingsDto)
  settings!: SettingsDto;
}

/** The general manager's approval (D42). */
export class ApproveEditionDto extends CommandDto {
  @Matches(EDITION)
  edition!: string;

  /**
   * Business date from which on it judges; default, and earliest: the day of the approval (D44), on which it
   * judges from the approval on, service settings from a minute after it. Two years after the approval at most.
   */
  @MayBeAbsent()
  @CalendarDate()
  from?: string;
}

/** A field in which an edition differs from the one before it. */
export class DifferenceBody {
  /** `points.merit`, `D24.half-year.thresholds.below`. */
  readonly field!: string;
  /** Null where the edition before does not have it. */
  readonly before!: string | null;
  /** Null where this edition does not have it. */
  readonly after!: string | null;
}

/** An edition, as it is shown. */
export class EditionBody {
  readonly edition!: string;
  readonly status!: 'draft' | 'approved';
  readonly draftedAt!: string;
  readonly draftedBy!: string;
  readonly approvedBy?: string;
  /** From when on it judges; absent of a draft. */
  readonly inForceFrom?: string;
  /** Of a draft, against the edition approved last; of an approved one, against the one before it. Absent where there is none. */
  readonly changes?: DifferenceBody[];
  /** Of document 2. */
  readonly text?: EditionTextDto;
  /** Of the service settings. */
  readonly settings?: SettingsDto;
}

/** The editions of document 2, or of the service settings. */
export class EditionLineBody {
  readonly line!: string;
  readonly editions!: EditionBody[];
}
