import { IsIn, Min } from 'class-validator';
import { CommandDto, Integer, MayBeAbsent, Text } from '@app/http';
import type { ReviewFinding } from '../domain/review-finding.js';

type Data = ReviewFinding['data'];

/** A supervisor's verdict on a finding. */
export class ReviewFindingDto extends CommandDto implements Data {
  /** Number of the finding within its stream, such as the ticket. */
  @Integer()
  @Min(1)
  finding!: number;

  @IsIn(['upheld', 'excused'])
  verdict!: 'upheld' | 'excused';

  /** Required to excuse. */
  @MayBeAbsent()
  @Text({ max: 1000 })
  reason?: string;
}
