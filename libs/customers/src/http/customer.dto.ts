import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { ClockTime, CommandDto, Slug, Text, MayBeAbsent, MayBeNull, Nested } from '@app/http';
import type { DailySpan } from '@app/kernel';
import type { Salutation, Site } from '../domain/customer.events.js';

const SALUTATIONS: readonly Salutation[] = ['mr', 'ms', 'boss', 'manager'];

export class RegisterCustomerDto extends CommandDto {
  @Slug()
  customer!: string;

  @Text({ max: 100, singleLine: true })
  name!: string;

  /** 先生, 女士, 老板, 经理 (N10). */
  @MayBeAbsent()
  @IsIn(SALUTATIONS)
  salutation?: Salutation;

  @Text({ max: 40, singleLine: true })
  phone!: string;
}

/** A span of the day in the business time zone; it crosses midnight when its end is not after its start. */
export class DailySpanDto implements DailySpan {
  @ClockTime()
  from!: string;

  @ClockTime()
  until!: string;
}

/** A place where service is given. */
export class SiteDto extends CommandDto implements Site {
  @Slug()
  site!: string;

  @Text({ max: 300, singleLine: true })
  address!: string;

  /** A building or sign near the address; null when there is none (N12). */
  @MayBeNull()
  @Text({ max: 200, singleLine: true })
  landmark!: string | null;

  @MayBeAbsent()
  @Text({ max: 40, singleLine: true })
  phone?: string;

  /** Rest and meal hours in which no visit is wanted; default: the policy's (V19). */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @Nested(() => DailySpanDto, { each: true })
  quietHours?: DailySpanDto[];

  /**
   * Whether no visit is wanted on the days off of the working calendar, public holidays among them
   * (V19); default: the hours alone count.
   */
  @MayBeAbsent()
  @IsBoolean()
  restsOnDaysOff?: boolean;
}

class SiteBody extends OmitType(SiteDto, ['occurredAt']) {}

/** A customer's file, as it is shown. */
export class CustomerBody extends OmitType(RegisterCustomerDto, ['occurredAt']) {
  /** `erased`: nothing is known of them any more, and each text says so. */
  readonly status!: 'registered' | 'erased';
  readonly sites!: SiteBody[];

  /** When it was registered or last changed. */
  readonly since!: string;
}
