import { IsIn, IsInt, Max, Min } from 'class-validator';
import { CommandDto, InstantText, MayBeAbsent, Slug, Text } from '@app/http';
import type { EntitlementEntry } from '../domain/entitlement.js';

/** A warranty document, a contract or the barcode of a component, and what it entitles to (V11, V12). */
export class RegisterEntitlementDto extends CommandDto implements EntitlementEntry {
  /** Number of the document, or the barcode. */
  @Slug()
  reference!: string;

  @IsIn(['in-warranty', 'under-contract', 'chargeable'])
  kind!: EntitlementEntry['kind'];

  @MayBeAbsent()
  @InstantText()
  until?: string;

  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  product?: string;
}

/** What one customer was promised, in minutes from the call (B2). */
export class SetSlaTermsDto extends CommandDto {
  @Slug()
  customer!: string;

  /** Contract or document that promises it. */
  @Slug()
  terms!: string;

  @IsInt()
  @Min(1)
  @Max(525_600)
  response!: number;

  @IsInt()
  @Min(1)
  @Max(525_600)
  restoration!: number;
}

/** One serialised tool (R11). */
export class RegisterToolDto extends CommandDto {
  @Slug()
  tool!: string;

  @Text({ max: 200, singleLine: true })
  name!: string;
}

export class CheckOutToolDto extends CommandDto {
  /** Into whose hands. */
  @Slug()
  employee!: string;
}

export class ReturnToolDto extends CommandDto {}

/** Pieces of one material that go into a technician's hands, or come back from them (R12). */
export class MovePartsDto extends CommandDto {
  @Slug()
  employee!: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity!: number;
}
