import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Max, Min } from 'class-validator';
import { AsPrinted, CommandDto, Integer, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import type {
  CorrectLabour,
  CorrectPart,
  CorrectPreparation,
  CorrectRepairCause,
  DataOf,
} from '../../domain/ticket/ticket.commands.js';
import type { RepairCause } from '../../domain/ticket/ticket.values.js';
import { PartListDto } from './planning.dto.js';
import { SpanDto, VisitReasonDto } from './values.dto.js';
import { CAUSES } from './work.dto.js';

/** An entry of labour or parts that is not right. What is not said anew stays as it was. */
class CorrectEntryDto extends CommandDto {
  /** Number of the entry on the ticket, from 1. */
  @Integer()
  @Min(1)
  entry!: number;

  /** True: there was no such labour, or the part was not used; then no other values are given. Default: false. */
  @MayBeAbsent()
  @IsBoolean()
  withdrawn?: boolean;

  /** Why the ticket said something else. */
  @Text({ max: 1000 })
  reason!: string;
}

export class CorrectLabourDto extends CorrectEntryDto implements DataOf<CorrectLabour> {
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  workType?: string;

  @MayBeAbsent()
  @Nested(() => SpanDto)
  span?: SpanDto;
}

/** The difference leaves the technician's hands, or is in them again (R12). */
export class CorrectPartDto extends CorrectEntryDto implements DataOf<CorrectPart> {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(10_000)
  quantity?: number;

  /** Of another `sku` it is named anew; default: that one has none. */
  @MayBeAbsent()
  @AsPrinted()
  @Slug()
  serial?: string;

  /** The same of the lot. */
  @MayBeAbsent()
  @AsPrinted()
  @Slug()
  lot?: string;
}

/** The last repair of the visit had another cause than it says, as is known only later (V17, V27). */
export class CorrectRepairCauseDto extends VisitReasonDto implements DataOf<CorrectRepairCause> {
  /** What the fault came of, by what is known now; `external` names a cause that is recorded (V17). */
  @IsIn(CAUSES)
  cause!: RepairCause;
}

/** What was made ready for the visit, and not what was put down (V3, V4, V5). What is not said anew stays as it was. */
export class CorrectPreparationDto extends VisitReasonDto implements DataOf<CorrectPreparation> {
  @MayBeAbsent()
  @IsBoolean()
  badge?: boolean;

  @MayBeAbsent()
  @IsBoolean()
  uniform?: boolean;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @Slug({ each: true })
  tools?: string[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => PartListDto, { each: true })
  parts?: PartListDto[];
}
