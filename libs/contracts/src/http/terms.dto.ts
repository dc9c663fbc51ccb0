import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  Max,
  Min,
} from 'class-validator';
import {
  Amount,
  CalendarDate,
  ClockTime,
  fieldRule,
  Integer,
  MayBeAbsent,
  Nested,
  Slug,
  Text,
} from '@app/http';
import type { WorkingHours } from '@app/kernel';
import type { EmergencyClause, MaintenancePlan, OnDaysOff, Terms } from '../domain/terms.js';

const PLAN = /^[A-Za-z0-9]{1,16}$/;
const RULE =
  /^FREQ=(WEEKLY(;INTERVAL=([1-9]|[1-4]\d|5[0-2]))?(;BYDAY=(MO|TU|WE|TH|FR|SA|SU))?|MONTHLY(;INTERVAL=([1-9]|[1-5]\d|60))?(;BYMONTHDAY=-1|;BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU))?|YEARLY(;INTERVAL=([1-9]|10))?)$/;

/** The name of a plan within its contract, which stands in the numbers of its tickets. */
export function PlanName(): PropertyDecorator {
  const says = { zh: '必须是 1 至 16 个字母或数字', en: 'must be 1 to 16 letters or digits' };
  return fieldRule(
    'planName',
    (value) =>
      typeof value === 'string' && PLAN.test(value) ? undefined : { code: 'not-a-plan', says },
    { pattern: PLAN.source, example: 'pump' },
  );
}

/** A recurrence of RFC 5545, of those that no month or year goes without. */
function RecurrenceRule(): PropertyDecorator {
  const says = {
    zh: '必须是按周、按月或按年重复的规则，例如 FREQ=MONTHLY;INTERVAL=3',
    en: 'must be a rule by weeks, months or years, such as FREQ=MONTHLY;INTERVAL=3',
  };
  return fieldRule(
    'recurrenceRule',
    (value) =>
      typeof value === 'string' && RULE.test(value) ? undefined : { code: 'not-a-rule', says },
    { pattern: RULE.source, example: 'FREQ=MONTHLY;INTERVAL=3' },
  );
}

/** Hours of working days, in the business time zone (B2). */
export class WorkingHoursDto implements WorkingHours {
  /**
   * Days of the week that have them, from 1 for Monday to 7 for Sunday; default: all. A make-up working
   * day whose day of the week has none has those of a Monday.
   */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days?: number[];

  @ClockTime()
  from!: string;

  /** After `from`; `00:00` is the end of the day. */
  @ClockTime()
  until!: string;
}

/** Equipment that is maintained on site time and again (B2). */
export class MaintenancePlanDto implements MaintenancePlan {
  @PlanName()
  plan!: string;

  /** A site in the customer's file. */
  @Slug()
  site!: string;

  /** What is done, as its tickets say it. */
  @Text({ max: 500 })
  work!: string;

  /** Ids of the systems and units that are maintained. */
  @IsArray()
  @ArrayMaxSize(50)
  @Slug({ each: true })
  systems!: string[];

  /**
   * How often (RFC 5545): by weeks (`BYDAY=TU` names the day), months (`BYMONTHDAY=-1`: its last day;
   * `BYDAY=2TU`: its second Tuesday) or years. Default: the day of `first`; a month that lacks it has
   * its last day instead.
   */
  @RecurrenceRule()
  rule!: string;

  /** From which date the rule counts. */
  @CalendarDate()
  first!: string;

  /** Days before the day of the maintenance on which its ticket is opened, at 08:00. */
  @Integer()
  @Min(0)
  @Max(60)
  noticeDays!: number;

  /** What becomes of a date that is a day off: the working day after it, the one before, or that date all the same. */
  @IsIn(['next', 'previous', 'kept'])
  onDaysOff!: OnDaysOff;
}

class ConsentDto {
  /** Who of the customer's gives it. */
  @Text({ max: 100, singleLine: true })
  by!: string;

  /** Up to which charge it goes. */
  @Amount()
  upTo!: string;
}

class PriceDto {
  @Text({ max: 200, singleLine: true })
  item!: string;

  @Amount()
  price!: string;
}

/** What is agreed for emergencies (B3). */
export class EmergencyClauseDto implements EmergencyClause {
  /** How they are dealt with. */
  @Text({ max: 4000 })
  measures!: string;

  /** Consent to emergency work that is given beforehand; default: it is asked for each time (V11). */
  @MayBeAbsent()
  @Nested(() => ConsentDto)
  consent?: ConsentDto;

  /** Prices that are agreed beforehand. */
  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => PriceDto, { each: true })
  prices!: PriceDto[];
}

/** What the two sides agree on (B2, B3). */
export class TermsDto implements Terms {
  /** Minutes from the call until somebody is on site. */
  @Integer()
  @Min(1)
  @Max(525_600)
  response!: number;

  /** Minutes from the call until the fault is gone; not fewer than `response`. */
  @Integer()
  @Min(1)
  @Max(525_600)
  restoration!: number;

  /**
   * Hours in which alone the minutes count, on the working days of the published calendar: a day off
   * has none, a make-up working day has them. Default: the minutes count round the clock.
   */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(14)
  @Nested(() => WorkingHoursDto, { each: true })
  hours?: WorkingHoursDto[];

  @IsArray()
  @ArrayMaxSize(20)
  @Nested(() => MaintenancePlanDto, { each: true })
  maintenance!: MaintenancePlanDto[];

  /** Default: nothing is said of emergencies, and nobody may sign it (B3). */
  @MayBeAbsent()
  @Nested(() => EmergencyClauseDto)
  emergency?: EmergencyClauseDto;

  /** Whether its systems come first when spares are short. */
  @IsBoolean()
  sparesPriority!: boolean;

  /** Whether new operators of the owner are trained without charge. */
  @IsBoolean()
  retraining!: boolean;

  /** In yuan, for the whole term. */
  @Amount()
  price!: string;
}
