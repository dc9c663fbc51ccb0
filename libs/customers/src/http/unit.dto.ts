import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, Max, Min } from 'class-validator';
import {
  AsPrinted,
  CalendarDate,
  CommandDto,
  Integer,
  MayBeAbsent,
  Nested,
  Slug,
  Text,
} from '@app/http';
import type {
  Component,
  Described,
  UnitKind,
  UnitRetired,
  Warranty,
  WarrantyTerms,
  Whereabouts,
} from '../domain/unit/unit.events.js';
import type { InstalledComponent } from '../domain/unit/unit.state.js';

const KINDS: readonly UnitKind[] = ['product', 'system'];
const ENDS: readonly UnitRetired['data']['how'][] = ['scrapped', 'replaced', 'taken-back'];

/** A part of a unit that has a barcode of its own (V12). */
export class ComponentDto implements Component {
  /** On one unit in the whole installed base, in whatever letters it is written. */
  @AsPrinted()
  @Slug()
  barcode!: string;

  @Text({ max: 100, singleLine: true })
  name!: string;

  @MayBeAbsent()
  @Slug()
  sku?: string;

  @MayBeAbsent()
  @AsPrinted()
  @Text({ max: 64, singleLine: true })
  serial?: string;
}

/** What tender or contract say of the warranty (B2): so many months, or a last day. Default: the policy's term. */
export class WarrantyTermsDto implements WarrantyTerms {
  /** Number of the tender or contract that says so. */
  @Slug()
  document!: string;

  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(600)
  months?: number;

  /** The last day, included; it goes before `months`. */
  @MayBeAbsent()
  @CalendarDate()
  until?: string;
}

/** What is said of a unit. */
class DescribedDto extends CommandDto implements Described {
  /** What it is, as on its papers. */
  @Text({ max: 200, singleLine: true })
  product!: string;

  @MayBeAbsent()
  @AsPrinted()
  @Text({ max: 64, singleLine: true })
  serial?: string;

  /** Numbers of the service documents that were handed out with it (V11); default: none. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Slug({ each: true })
  documents: string[] = [];

  /** A product that nobody accepts is warranted from then on; a system never is. */
  @MayBeAbsent()
  @CalendarDate()
  purchasedOn?: string;

  /** The day of the final acceptance, from which the warranty is counted (B2). */
  @MayBeAbsent()
  @CalendarDate()
  acceptedOn?: string;

  @MayBeAbsent()
  @Nested(() => WarrantyTermsDto)
  terms?: WarrantyTermsDto;
}

export class RegisterUnitDto extends DescribedDto implements Whereabouts {
  @Slug()
  unit!: string;

  @IsIn(KINDS)
  kind!: UnitKind;

  /** Id of its owner on file, who alone may claim by it; default: whoever shows its document. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  /** The owner's site at which it stands. */
  @MayBeAbsent()
  @Slug()
  site?: string;

  /** Default: none has a barcode. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => ComponentDto, { each: true })
  components: ComponentDto[] = [];
}

export class AcceptUnitDto extends CommandDto {
  /** The day of the final acceptance, from which the warranty is counted (B2). */
  @CalendarDate()
  acceptedOn!: string;

  /** Default: what was said before. */
  @MayBeAbsent()
  @Nested(() => WarrantyTermsDto)
  terms?: WarrantyTermsDto;
}

/** The file as it should have been all along. What visits found by it stays as they found it. */
export class CorrectUnitDto extends DescribedDto {
  @Text({ max: 500 })
  reason!: string;
}

/** Where it is from now on; what is left out is nobody's, or nowhere. */
export class MoveUnitDto extends CommandDto implements Whereabouts {
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  site?: string;
}

export class AddComponentDto extends CommandDto {
  @Nested(() => ComponentDto)
  component!: ComponentDto;

  /** The ticket on which it came; default: none. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;
}

export class ReplaceComponentDto extends CommandDto {
  /** Barcode of what was swapped out. */
  @Slug()
  replaced!: string;

  /** What took its place. */
  @Nested(() => ComponentDto)
  by!: ComponentDto;

  /** The ticket on which it was swapped; default: none. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;
}

export class RetireUnitDto extends CommandDto {
  @IsIn(ENDS)
  how!: UnitRetired['data']['how'];
}

/** Until when the company answers for it, and from what that is counted (B2). */
export class WarrantyBody implements Warranty {
  readonly countedFrom!: Warranty['countedFrom'];
  readonly from!: string;
  /** The last day, included. */
  readonly until!: string;
  /** Absent: the last day itself was agreed. */
  readonly months?: number;
  /** Absent: the policy's term. */
  readonly document?: string;
}

/** A component, and what became of it. */
export class InstalledComponentBody extends ComponentDto implements InstalledComponent {
  /** Barcode of what took its place; absent: it is there still. */
  readonly replacedBy?: string;
  readonly replacedAt?: string;
  /** On which ticket it was swapped. */
  readonly ticket?: string;
}

/** A unit of the installed base, as it is shown. */
export class UnitBody extends OmitType(RegisterUnitDto, ['occurredAt', 'components']) {
  readonly status!: 'in-use' | 'retired';
  readonly components!: InstalledComponentBody[];
  /** Absent: nothing is known from which it could be counted. */
  readonly warranty?: WarrantyBody;
  /** What became of it, where it is there no more. */
  readonly how?: UnitRetired['data']['how'];
  /** The last day of the warranty for whose end its owner was to be offered a contract (B2); absent: none yet. */
  readonly proposedFor?: string;
  /** When the office last changed its file. */
  readonly since!: string;
}
