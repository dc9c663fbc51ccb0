import { IsIn } from 'class-validator';
import { CalendarDate, Flag, MayBeAbsent, PageQuery, SeveralOf, Slug, Text } from '@app/http';
import { complaintCauses, type ComplaintCause } from '../../domain/complaint.values.js';
import type { ComplaintStage } from '../../domain/complaint.state.js';

const STAGES: readonly ComplaintStage[] = [
  ...(['received', 'recorded', 'acknowledged', 'investigating'] as const),
  ...(['investigated', 'judged', 'answered', 'closed'] as const),
];

/** Which complaints; conditions hold all at once. */
export class ComplaintBoardParams extends PageQuery {
  /** Default: every stage. */
  @SeveralOf(STAGES)
  stage?: ComplaintStage[];

  /** What a point is about. */
  @MayBeAbsent()
  @IsIn(complaintCauses)
  cause?: ComplaintCause;

  /** Employee id of somebody complained of. */
  @MayBeAbsent()
  @Slug()
  employee?: string;

  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  ticket?: string;

  /** `true`: a term has run out, and what it ran for is still to be done (R7, R9); `false`: none has. */
  @Flag()
  overdue?: boolean;

  /** `true`: a term was not kept, in whatever round; `false`: none. */
  @Flag()
  breached?: boolean;

  /** `true`: there are others about the same thing: joined, or of the same ticket or customer; `false`: none. */
  @Flag()
  repeated?: boolean;

  /** Words in the complaint's id, or in the complainant's name or phone number; all of them must occur. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;
}

/** Over which days of receipt. */
export class ComplaintFiguresParams {
  /** The first day. */
  @CalendarDate()
  from!: string;

  /** The last day. */
  @CalendarDate()
  until!: string;

  /** As of this position at least. Default: as it is. */
  @MayBeAbsent()
  @Text({ max: 20, singleLine: true })
  minPosition?: string;
}

class CountBody {
  readonly of!: string;
  readonly count!: number;
  readonly upheld!: number;
}

/** What complaints come to, of those that were received in a span of days (R9). */
export class ComplaintFigures {
  readonly received!: number;
  /** In whatever round, none of their terms was missed, and the customer has been answered in the last one. */
  readonly answeredInTime!: number;
  /** Open still. */
  readonly open!: number;
  /** A term was missed, in whatever round. */
  readonly breached!: number;
  readonly reopened!: number;
  /** At least one point was upheld. */
  readonly upheld!: number;
  readonly anonymous!: number;
  /** Closed without an answer: withdrawn, or nobody was reached. */
  readonly unanswered!: number;
  /** What customers gave for it, on average with two places; null: nobody did. */
  readonly rating!: string | null;
  readonly causes!: CountBody[];
  readonly position!: string;
}
