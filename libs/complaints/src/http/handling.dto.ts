import { IsIn, Matches, Max, Min } from 'class-validator';
import {
  Amount,
  CommandDto,
  InstantText,
  Integer,
  MayBeAbsent,
  Nested,
  Slug,
  Text,
} from '@app/http';
import type { Conduct, RemedyKind, ReplyChannel } from '../domain/complaint.values.js';
import { CHANNELS, WORDS } from './channels.js';

const REMEDIES: readonly RemedyKind[] = [
  ...(['redo', 'refund', 'replacement', 'apology', 'compensation'] as const),
];

/** The customer is apologised to (N13). */
export class OfferApologyDto extends CommandDto {
  @IsIn(CHANNELS)
  channel!: ReplyChannel;

  @MayBeAbsent()
  @Text({ max: 1000 })
  words?: string;
}

export class AssignInvestigatorDto extends CommandDto {
  /** Who is to investigate; nobody who is complained of. */
  @Slug()
  employee!: string;
}

export class RecordInvestigationDto extends CommandDto {
  /** What was found out. */
  @Text(WORDS)
  result!: string;
}

/** The clause of document 2 that fits what somebody did. */
export class ConductDto implements Conduct {
  @Matches(/^D\d{1,2}$/)
  article!: string;

  @Slug()
  clause!: string;

  /** When they did it. */
  @InstantText()
  happenedAt!: string;
}

/** A point is upheld. */
export class UpholdComplaintDto extends CommandDto {
  @Integer()
  @Min(1)
  point!: number;

  @Text({ max: 2000 })
  reason!: string;

  /** Who is to blame; default: whom the customer named. */
  @MayBeAbsent()
  @Slug()
  employee?: string;

  /** Default: no clause fits, and it is left to the general staff rules (D5). */
  @MayBeAbsent()
  @Nested(() => ConductDto)
  conduct?: ConductDto;
}

/** A point is rejected. */
export class RejectComplaintDto extends CommandDto {
  @Integer()
  @Min(1)
  point!: number;

  @Text({ max: 2000 })
  reason!: string;
}

/** What came of a point that was left to the general staff rules. */
export class RecordReferralOutcomeDto extends CommandDto {
  @Integer()
  @Min(1)
  point!: number;

  @Text({ max: 1000 })
  outcome!: string;
}

/** What the customer is offered. */
export class ProposeRemedyDto extends CommandDto {
  @IsIn(REMEDIES)
  kind!: RemedyKind;

  /** Of a refund or a compensation, which cannot do without; what a role may grant stands in the service settings (R2). */
  @MayBeAbsent()
  @Amount()
  amount?: string;

  @MayBeAbsent()
  @Text({ max: 1000 })
  note?: string;
}

/** What the customer says of what they were offered. */
export class SettleRemedyDto extends CommandDto {
  /** Number of the remedy. */
  @Integer()
  @Min(1)
  remedy!: number;

  @MayBeAbsent()
  @Text({ max: 1000 })
  note?: string;
}

export class AnswerComplaintDto extends CommandDto {
  @IsIn(CHANNELS)
  channel!: ReplyChannel;

  /** What the customer is told. */
  @Text(WORDS)
  answer!: string;
}

/** The customer was tried to be reached, in vain. */
export class RecordAttemptDto extends CommandDto {
  @IsIn(CHANNELS)
  channel!: ReplyChannel;

  @Text({ max: 1000 })
  note!: string;
}

export class WithdrawComplaintDto extends CommandDto {
  /** The customer's own. */
  @Text({ max: 1000 })
  words!: string;
}

export class CloseComplaintDto extends CommandDto {
  /** Required where the customer was not answered. */
  @MayBeAbsent()
  @Text({ max: 1000 })
  reason?: string;
}

export class RecordSatisfactionDto extends CommandDto {
  /** 1 to 5. */
  @Integer()
  @Min(1)
  @Max(5)
  rating!: number;

  @MayBeAbsent()
  @Text({ max: 1000 })
  words?: string;
}
