import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { CalendarDate, ContentHash, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import type { PaperAppeal } from '../domain/case/appeal.events.js';
import type { Measure } from '../domain/edition/clause.js';
import { OfCaseDto } from './case.dto.js';
import { Measures } from './measures.js';

export class VerifyCaseDto extends OfCaseDto {
  /** What was found. */
  @Text({ max: 2_000 })
  result!: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  evidence?: string[];
}

export class DropCaseDto extends OfCaseDto {
  @Text({ max: 2_000 })
  reason!: string;
}

export class ProposeActDto extends OfCaseDto {
  /** One of the outcomes of the clause; default: the only one. */
  @MayBeAbsent()
  @Measures()
  measures?: Measure[];

  /** In what the circumstances are grave (D23). */
  @MayBeAbsent()
  @Text({ max: 2_000 })
  gravity?: string;
}

export class HearEmployeeDto extends OfCaseDto {
  /** The employee's own statement. */
  @Text({ max: 10_000 })
  statement!: string;

  /** The paper that the employee signed, by its content hash; where another takes the statement down. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  evidence?: string[];
}

/** Where a transfer leads to. */
export class TransferDto {
  /** Another department than the employee's of that time. */
  @IsIn(['sales', 'repair', 'office'])
  department!: 'sales' | 'repair' | 'office';

  /** Business date from which on; default: the day of the decision. */
  @MayBeAbsent()
  @CalendarDate()
  from?: string;
}

export class DecideActDto extends OfCaseDto {
  /** Of a transfer (D19, D34). */
  @MayBeAbsent()
  @Nested(() => TransferDto)
  transfer?: TransferDto;

  /** Of a removal from post: who succeeds the employee (D20, D35). */
  @MayBeAbsent()
  @Slug()
  successor?: string;
}

export class DeclineActDto extends OfCaseDto {
  /** The condition of the article that does not hold. */
  @Text({ max: 2_000 })
  condition!: string;
}

/** An appeal that came in on paper. */
export class PaperAppealDto implements PaperAppeal {
  /** Business date on which it came to the house. */
  @CalendarDate()
  cameInOn!: string;

  /** The paper, by its content hash. */
  @ContentHash()
  file!: string;
}

export class FileAppealDto extends OfCaseDto {
  @Text({ max: 10_000 })
  grounds!: string;

  /** Where the office enters it for the employee. */
  @MayBeAbsent()
  @Nested(() => PaperAppealDto)
  paper?: PaperAppealDto;
}

export class DecideAppealDto extends OfCaseDto {
  @IsIn(['revoke', 'reduce', 'reject'])
  verdict!: 'revoke' | 'reduce' | 'reject';

  @Text({ max: 2_000 })
  reason!: string;

  /** What it is reduced to; of `reduce`. */
  @MayBeAbsent()
  @Measures()
  measures?: Measure[];

  /** Where a transfer leads to that it is reduced to. */
  @MayBeAbsent()
  @Nested(() => TransferDto)
  transfer?: TransferDto;

  /** Employee whose written opinion it stands on, where the general manager took part before. */
  @MayBeAbsent()
  @Slug()
  opinionBy?: string;

  /** That opinion, by its content hash. */
  @MayBeAbsent()
  @ContentHash()
  opinion?: string;
}

export class PayShareDto extends OfCaseDto {}
