import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Max, Min } from 'class-validator';
import {
  CalendarDate,
  ClockTime,
  CommandDto,
  InstantText,
  Integer,
  MayBeAbsent,
  Nested,
  Slug,
  Text,
} from '@app/http';
import type { Rung, Shift, Weekday } from '../domain/roster.values.js';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** People who are on call in the same hours of some days each week. */
export class ShiftDto implements Shift {
  /** Monday 1 to Sunday 7. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @IsIn(WEEKDAYS, { each: true })
  days!: Weekday[];

  /** In the business zone. Hours whose end is not after their start cross midnight, and begin on the day that is named. */
  @ClockTime()
  from!: string;

  @ClockTime()
  until!: string;

  /** Employee ids, all of whom are called. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Slug({ each: true })
  employees!: string[];
}

/** One rung of the ladder. */
export class RungDto implements Rung {
  /** What the house calls it. */
  @Text({ max: 100, singleLine: true })
  name!: string;

  /** Hours in which nobody is on call are found once an emergency meets them (B3). */
  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => ShiftDto, { each: true })
  shifts!: ShiftDto[];
}

/** The whole ladder (B3). It replaces the edition before it; emergencies go on under the one that they were raised under. */
export class SetOnCallRosterDto extends CommandDto {
  /** Emergencies follow `main`. */
  @Slug()
  roster!: string;

  /** From the first to be called on. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @Nested(() => RungDto, { each: true })
  rungs!: RungDto[];

  /** Employee id; called each time the ladder begins anew. */
  @Slug()
  generalManager!: string;

  /** With a zone; default: at once. Not before it is set. */
  @MayBeAbsent()
  @InstantText()
  inForceFrom?: string;
}

/** Other people than the weekly hours say, on one rung and date. */
export class MakeOnCallExceptionDto extends CommandDto {
  /** Number of the rung, from 1. */
  @Integer()
  @Min(1)
  @Max(10)
  rung!: number;

  /** Business date on which the hours begin. */
  @CalendarDate()
  date!: string;

  /** Default: from midnight. */
  @MayBeAbsent()
  @ClockTime()
  from?: string;

  /** Default: until midnight. */
  @MayBeAbsent()
  @ClockTime()
  until?: string;

  /** Employee ids; none: nobody is on call then. */
  @IsArray()
  @ArrayMaxSize(20)
  @Slug({ each: true })
  employees!: string[];

  @Text({ max: 500 })
  reason!: string;
}
