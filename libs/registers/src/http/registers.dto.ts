import { OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CommandDto, InstantText, MayBeAbsent, Slug, Text } from '@app/http';
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

/** An entry of the register of entitlements, as it is shown. */
export class EntitlementBody extends OmitType(RegisterEntitlementDto, ['occurredAt']) {}
