import type { Complaint } from '../domain/complaint.state.js';
import { complainedOf } from '../domain/complaint.state.js';
import { stageOf } from '../domain/stage.js';
import { type ComplainantDto } from './intake.dto.js';

class ReferralBody {
  /** What came of it under the general staff rules; absent: nothing yet. */
  readonly outcome?: string;
}

class VerdictBody {
  readonly upheld!: boolean;
  readonly reason!: string;
  readonly at!: string;
  /** Who decided, and in whose place. */
  readonly by!: string[];
  /** Article and clause of document 2 under which a case follows. */
  readonly conduct?: {
    readonly article: string;
    readonly clause: string;
    readonly happenedAt: string;
  };
  /** It was left to the general staff rules (D5). */
  readonly referral?: ReferralBody;
}

class JudgedPointBody {
  readonly point!: number;
  readonly about!: string;
  readonly employee?: string;
  readonly verdict?: VerdictBody;
  /** How it was judged before the complaint was reopened. */
  readonly before?: VerdictBody;
  /** The joined complaint that brought it along. */
  readonly from?: string;
}

class DoneBody {
  readonly at!: string;
  readonly by!: string[];
}

class InvestigationBody extends DoneBody {
  readonly result!: string;
}

class AnswerBody extends DoneBody {
  readonly answer!: string;
}

class OfferedRemedyBody extends DoneBody {
  readonly remedy!: number;
  readonly kind!: string;
  readonly amount?: string;
  readonly status!: string;
}

class TermBody {
  readonly from!: string;
  /** Absent: the working calendar of the year `awaits` is not published yet. */
  readonly due?: string;
  readonly warnAt?: string;
  readonly awaits?: string;
  readonly verdict!: string;
}

class TermsBody {
  readonly acknowledge?: TermBody;
  readonly answer?: TermBody;
}

class MissedBody {
  readonly term!: string;
  readonly round!: number;
}

class EndBody {
  readonly at!: string;
  readonly end!: string;
}

/** A complaint, as it stands. */
export class ComplaintBody {
  readonly complaint!: string;
  readonly status!: 'open' | 'closed';
  readonly stage!: string;
  readonly channel!: string;
  readonly anonymous!: boolean;
  readonly complainant?: ComplainantDto;
  readonly customer?: string;
  readonly ticket?: string;
  readonly receivedAt!: string;
  /** From 1; one more with each reopening. */
  readonly round!: number;
  readonly words!: string[];
  readonly points!: JudgedPointBody[];
  /** Employee ids of all who are complained of: they take no part in it. */
  readonly complainedOf!: string[];
  readonly apology?: DoneBody;
  /** Who investigates. */
  readonly investigator?: string;
  readonly investigation?: InvestigationBody;
  readonly remedies!: OfferedRemedyBody[];
  readonly answer?: AnswerBody;
  readonly attempts!: number;
  readonly withdrawnAt?: string;
  readonly closed?: EndBody;
  /** 1 to 5. */
  readonly rating?: number;
  readonly joinedTo?: string;
  readonly joined!: string[];
  readonly terms!: TermsBody;
  /** Terms that were not kept, in whatever round. */
  readonly missed!: MissedBody[];
}

/** What of a complaint is shown. */
export function complaintBody(state: Complaint): object {
  if (state.status === 'none') return {};
  const { findings: _, assigned: __, assignedBy: ___, ...shown } = state;
  return { ...shown, stage: stageOf(state), complainedOf: complainedOf(state) };
}
