import { Matches } from 'class-validator';
import { AsOfQuery, InstantText, MayBeAbsent, PageQuery, Slug } from '@app/http';
import { SentenceBody } from '../standing/standing.dto.js';
import type { EntryKind } from './appraisal-sheet.row.js';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** Whose sheet, and of which month of the business zone. */
export class SheetPath {
  @Slug()
  employee!: string;

  /** `2026-03`. */
  @Matches(MONTH)
  month!: string;
}

/** As of when. */
export class SheetParams extends AsOfQuery {
  /** The sheet as it was known then, by when things were recorded; default: by all that is. */
  @MayBeAbsent()
  @InstantText()
  knownAt?: string;
}

/** Which sheets. */
export class SheetsParams extends PageQuery {
  /** `2026-03`. */
  @Matches(MONTH)
  month!: string;

  /** As they were known then, by when things were recorded; default: by all that is. */
  @MayBeAbsent()
  @InstantText()
  knownAt?: string;
}

/** Which sheets make a table. */
export class SheetTableParams extends SheetParams {
  /** `2026-03`. */
  @Matches(MONTH)
  month!: string;
}

export class ShareBody {
  readonly count!: number;
  readonly of!: number;
}

/** One thing that a sheet counts, and the event that says so: in the events of `stream` the one with `version`. */
export class SheetEntryBody {
  readonly kind!: EntryKind;
  /** Which result, target or clock; the clause of an act, the code of a finding, the cause of a complaint. */
  readonly what!: string | null;
  readonly article!: string | null;
  /** Points, hours, yuan, days, or 1 to 5; of what was kept, fixed or content `1`, and `0` of what was not. */
  readonly amount!: string;
  readonly happenedAt!: string;
  readonly recordedAt!: string;
  readonly stream!: string;
  readonly version!: number;
  readonly type!: string;
}

/** What stood on the sheet and was taken off it, and the event that did so. */
export class TakenOffBody {
  readonly entry!: SheetEntryBody;
  readonly by!: SheetEntryBody;
}

/** The numbers of a month's appraisal of an employee (R13). */
export class SheetNumbers {
  readonly employee!: string;
  readonly month!: string;
  /** Of the acts whose facts lie in the month (D8). */
  readonly points!: number;
  /** Hours of labour in the month. */
  readonly hours!: string;
  /** Hours that are asked (D32, D36); null: none are. */
  readonly quota!: string | null;
  /** Per cent of the quota, with two places; null where none is asked. */
  readonly quotaPercent!: string | null;
  /** Hours (D34). */
  readonly basicHours!: string | null;
  /** Yuan sold, less returns. */
  readonly sales!: string;
  readonly salesTarget!: string | null;
  /** Days on which nothing was asked. */
  readonly leaveDays!: number;
  /** Response and restoration times that were kept, of all of the month (B2). */
  readonly clocks!: ShareBody;
  /** Tickets of which the first visit brought the repair, of all that were repaired in the month. */
  readonly firstVisits!: ShareBody;
  /** Follow-ups to which the customer was content, of all that were made in the month (R6). */
  readonly content!: ShareBody;
  /** What customers gave as they signed, 1 to 5, on average with two places (V22); null: nobody signed. */
  readonly rating!: string | null;
  /** Findings of the month that were upheld, and stand. */
  readonly findings!: number;
  /** Points of complaints of the month that were upheld and left to the general staff rules, and stand (R9). */
  readonly complaints!: number;
}

/** A month's appraisal of an employee, with what made each of its numbers. */
export class SheetAnswer extends SheetNumbers {
  readonly entries!: SheetEntryBody[];
  readonly takenOff!: TakenOffBody[];
  /** A sentence for each number. */
  readonly says!: SentenceBody[];
  readonly position!: string;
}
