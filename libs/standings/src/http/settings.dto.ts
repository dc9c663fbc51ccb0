import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { Amount, ClockTime, fieldRule, MayBeAbsent, Nested, Slug } from '@app/http';
import type { DailySpan } from '@app/kernel';
import type { ServiceSettings } from '@app/policy';
import { ComplaintSettingsDto } from './complaint-settings.dto.js';
import { Count } from './count.js';

const MONTH_AND_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Days by what is counted in them; which names and how many days there may be, the draft says. */
function CountingPeriods(): PropertyDecorator {
  const says = { zh: '必须是对象', en: 'must be an object' };
  return fieldRule(
    'countingPeriods',
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? undefined
        : { code: 'not-counting-periods', says },
    { type: 'object', additionalProperties: { type: 'integer' } },
  );
}

/** A span of the day that comes round every day; it crosses midnight when its end is not after its start. */
export class QuietSpanDto implements DailySpan {
  @ClockTime()
  from!: string;

  @ClockTime()
  until!: string;
}

/** Response times where nothing else was agreed (B2), in minutes from the call. */
export class ResponseTimesDto {
  @Count(1, 10_080)
  response!: number;

  @Count(1, 10_080)
  restoration!: number;

  /** Per cent of either after which a warning is given. */
  @Count(1, 99)
  warnPercent!: number;
}

/** Up to which per cent of the consumption's value a material is of class A, and of B (R15). */
export class ClassesDto {
  @Count(1, 99)
  a!: number;

  @Count(2, 100)
  b!: number;
}

/** Of materials (R11, R12, R15, D15). */
export class MaterialSettingsDto {
  /** What one person, or one ticket, gets of a material on a day needs an approval above this. */
  @Amount()
  approvalAbove!: string;

  /** Requests of one person for one material at one place that wait at a time. */
  @Count(1, 1_000)
  openRequests!: number;

  /** Days after which what nobody has issued is asked for anew. */
  @Count(1, 3_660)
  requestDays!: number;

  /** Days by which the office may register late what it keeps already. */
  @Count(0, 3_660)
  registeredLateDays!: number;

  /** Days after which what was neither used nor sold is proposed as slow-moving. */
  @Count(1, 3_660)
  slowMovingAfter!: number;

  @Nested(() => ClassesDto)
  classes!: ClassesDto;
}

/** Days within which everything is counted (R16). */
export class CountingPeriodsDto {
  @Count(1, 3_660)
  location!: number;

  @Count(1, 3_660)
  tools!: number;

  /** Those that have a period of their own, in days: `location:main`, `tools:meter`. */
  @CountingPeriods()
  others!: Record<string, number>;
}

/** Of stocktakes (R16). */
export class StocktakeSettingsDto {
  /** Two people count what is worth more than this at a place. */
  @Amount()
  secondCounterAbove!: string;

  @Nested(() => CountingPeriodsDto)
  everyDays!: CountingPeriodsDto;
}

/** Of money that whoever collects it has in hand (D40). */
export class HandoverSettingsDto {
  /** How such money is paid. */
  @IsArray()
  @ArrayMaxSize(5)
  @Slug({ each: true })
  inHand!: string[];

  /** Working days after that of the collection, at the end of which it is demanded. */
  @Count(1, 100)
  demandAfter!: number;

  /** Working days after that of the demand, at the end of which it counts as kept. */
  @Count(1, 100)
  keptAfter!: number;
}

/** What one ticket holds at most (R10). */
export class TicketBoundsDto {
  @Count(1_000, 10_000)
  events!: number;

  @Count(100, 1_000)
  reserve!: number;

  @Count(10, 500)
  photos!: number;

  @Count(10, 500)
  findings!: number;
}

/** What the service goes by; each part is said whole, or left out. */
export class SettingsDto implements Partial<ServiceSettings> {
  /** Hours in which a customer who has named none is not to be disturbed (V19). */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @Nested(() => QuietSpanDto, { each: true })
  quietHours?: QuietSpanDto[];

  /** Month and day from which the working calendar of the next year is asked of the operator (V19). */
  @MayBeAbsent()
  @Matches(MONTH_AND_DAY)
  nextCalendarFrom?: string;

  @MayBeAbsent()
  @Nested(() => ResponseTimesDto)
  sla?: ResponseTimesDto;

  /** Months of the warranty where neither tender nor contract says otherwise (B2). */
  @MayBeAbsent()
  @Count(1, 600)
  warrantyMonths?: number;

  /** In yuan, for an hour of work after the warranty (B2). */
  @MayBeAbsent()
  @Amount()
  labourFeePerHour?: string;

  /** Days before the last day of a warranty on which a maintenance contract is proposed (B2). */
  @MayBeAbsent()
  @Count(1, 730)
  contractProposedDays?: number;

  /** Minutes after which what is told has happened already (R10). */
  @MayBeAbsent()
  @Count(0, 1_440)
  toldLateAfter?: number;

  @MayBeAbsent()
  @Nested(() => MaterialSettingsDto)
  materials?: MaterialSettingsDto;

  @MayBeAbsent()
  @Nested(() => StocktakeSettingsDto)
  stocktake?: StocktakeSettingsDto;

  @MayBeAbsent()
  @Nested(() => HandoverSettingsDto)
  handover?: HandoverSettingsDto;

  /** Cases about one employee that one person may have reported and nobody has looked into yet (D42). */
  @MayBeAbsent()
  @Count(1, 1_000)
  unansweredReports?: number;

  /** Minutes after which the next rung of the ladder is called (B3). */
  @MayBeAbsent()
  @Count(1, 1_440)
  nextRungAfter?: number;

  /** Of the tickets that are closed, the share in per cent whose customers are asked afterwards by themselves (R6). */
  @MayBeAbsent()
  @Count(0, 100)
  followUpPercent?: number;

  @MayBeAbsent()
  @Nested(() => ComplaintSettingsDto)
  complaints?: ComplaintSettingsDto;

  @MayBeAbsent()
  @Nested(() => TicketBoundsDto)
  ticketBounds?: TicketBoundsDto;
}
