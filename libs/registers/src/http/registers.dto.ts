import { OmitType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  Max,
  Min,
} from 'class-validator';
import {
  ClockTime,
  CommandDto,
  InstantText,
  Integer,
  MayBeAbsent,
  Nested,
  Slug,
  Text,
} from '@app/http';
import type { WorkingHours } from '@app/kernel';
import type { EntitlementEntry } from '../domain/entitlement.js';

/** A warranty document, a contract or the barcode of a component, and what it entitles to (V11, V12). */
export class RegisterEntitlementDto extends CommandDto implements EntitlementEntry {
  /** Number of the document, or the barcode. */
  @Slug()
  reference!: string;

  @IsIn(['in-warranty', 'under-contract', 'chargeable'])
  kind!: EntitlementEntry['kind'];

  /** First instant of it, with a zone: what was reported before is not covered. Default: it has held since whenever. */
  @MayBeAbsent()
  @InstantText()
  from?: string;

  /** Last instant of it, with a zone. Required but for `chargeable`. */
  @MayBeAbsent()
  @InstantText()
  until?: string;

  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  product?: string;

  /** Id of the customer on file whom it entitles, and nobody else; default: whoever shows it. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  /** What it is, so that one is not taken for the other; default: it counts as both. */
  @MayBeAbsent()
  @IsIn(['document', 'barcode'])
  proof?: 'document' | 'barcode';
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

/** What one customer was promised, in minutes from the call (B2). It replaces what was promised before. */
export class SetSlaTermsDto extends CommandDto {
  @Slug()
  customer!: string;

  /** Contract or document that promises it. */
  @Slug()
  terms!: string;

  /** Minutes from the call until a technician is on site. */
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
}

/** An entry of the register of entitlements, as it is shown. */
export class EntitlementBody extends OmitType(RegisterEntitlementDto, ['occurredAt']) {}

/** A customer's own terms, as they are shown. */
export class SlaTermsBody extends OmitType(SetSlaTermsDto, ['occurredAt']) {
  /** From when on they hold. */
  readonly since!: string;
}
