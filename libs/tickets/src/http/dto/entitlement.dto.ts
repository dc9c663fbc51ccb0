import { IsBoolean, IsIn } from 'class-validator';
import { AsPrinted, InstantText, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import type { CheckEntitlement, DataOf } from '../../domain/ticket/ticket.commands.js';
import type { Entitlement } from '../../domain/ticket/ticket.values.js';
import { VisitStepDto } from './values.dto.js';

const ENTITLEMENTS: readonly Entitlement['kind'][] = [
  'in-warranty',
  'under-contract',
  'chargeable',
];

export class EntitlementDto implements Entitlement {
  @IsIn(ENTITLEMENTS)
  kind!: Entitlement['kind'];

  /** Last instant of it, with a zone; default: it does not end. */
  @MayBeAbsent()
  @InstantText()
  until?: string;

  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  reference?: string;
}

export class EntitlementOverrideDto {
  @Nested(() => EntitlementDto)
  entitlement!: EntitlementDto;

  @Text({ max: 1000 })
  reason!: string;
}

/** By the document that the customer shows (V11), or by a component's barcode where there is none (V12). */
export class CheckEntitlementDto extends VisitStepDto implements DataOf<CheckEntitlement> {
  @MayBeAbsent()
  @AsPrinted()
  @Slug()
  document?: string;

  @MayBeAbsent()
  @AsPrinted()
  @Slug()
  barcode?: string;

  /** The customer was asked for the document and cannot find it; required where a barcode stands in for it (V12). */
  @MayBeAbsent()
  @IsBoolean()
  documentNotFound?: boolean;

  /** The product that is served; default: it is not compared with the one that the document or barcode is registered for (V12). */
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  product?: string;

  /** A supervisor's decision in place of the register's answer. */
  @MayBeAbsent()
  @Nested(() => EntitlementOverrideDto)
  override?: EntitlementOverrideDto;
}
