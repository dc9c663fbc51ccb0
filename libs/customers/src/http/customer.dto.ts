import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import {
  ClockTime,
  CommandDto,
  MayBeAbsent,
  MayBeNull,
  Nested,
  Phone,
  Slug,
  Text,
} from '@app/http';
import type { DailySpan } from '@app/kernel';
import type { ConsentPurpose, CustomerKind, Details, Site } from '../domain/customer.events.js';
import type { Salutation } from '../domain/customer.events.js';
import { ContactBody } from './contact.dto.js';
import { ErasingBody, NotErasedBody } from './erasure.dto.js';
import { LanguageTag, SALUTATIONS } from './customer.fields.js';

const KINDS: readonly CustomerKind[] = ['person', 'organisation'];
const PURPOSES: readonly ConsentPurpose[] = ['follow-up-calls', 'messages', 'photos', 'offers'];

/** Who a customer is, as it is from now on. */
export class ChangeDetailsDto extends CommandDto implements Details {
  @Text({ max: 100, singleLine: true })
  name!: string;

  /** Default: not said. */
  @MayBeAbsent()
  @IsIn(KINDS)
  kind?: CustomerKind;

  /** 先生, 女士, 老板, 经理 (N10). */
  @MayBeAbsent()
  @IsIn(SALUTATIONS)
  salutation?: Salutation;

  @Phone()
  phone!: string;

  /** What they speak, the preferred language first: `zh`, `wuu`, `en`. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @LanguageTag({ each: true })
  languages?: string[];
}

export class RegisterCustomerDto extends ChangeDetailsDto {
  @Slug()
  customer!: string;
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

  /** How one gets in: gate, parking, key, whom to announce oneself to. */
  @MayBeAbsent()
  @Text({ max: 500 })
  access?: string;

  /** Who answers the phone there, where it is not the customer's own number. */
  @MayBeAbsent()
  @Phone()
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

/** What a customer agrees to beyond the service itself, or does not any more. */
export class StateConsentDto extends CommandDto {
  /** To be called after the service, to be sent messages, to have their rooms photographed, to be offered things. */
  @IsIn(PURPOSES)
  purpose!: ConsentPurpose;

  @IsBoolean()
  given!: boolean;

  /** How they said it, in their words. */
  @Text({ max: 500 })
  words!: string;
}

class ConsentBody extends OmitType(StateConsentDto, ['occurredAt']) {}

class SiteBody extends OmitType(SiteDto, ['occurredAt']) {}

/** A customer's file, as it is shown. */
export class CustomerBody extends OmitType(RegisterCustomerDto, ['occurredAt']) {
  /** `erased`: nothing is known of them any more, and each text says so. */
  readonly status!: 'registered' | 'erased';
  readonly sites!: SiteBody[];
  /** Whom to ask for, and what they are for the customer. */
  readonly contacts!: ContactBody[];
  /** The last word about each purpose. */
  readonly consents!: ConsentBody[];
  /** They are about to be erased; nothing is begun for them until they are, or are not. Default: they are not. */
  readonly erasing?: ErasingBody;
  /** Why they were not, when that was asked for last; default: it was not, or they are being erased. */
  readonly notErased?: NotErasedBody;

  /** When it was registered or last changed. */
  readonly since!: string;
}
