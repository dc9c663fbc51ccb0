import type { Instant, Yuan } from '@app/kernel';
import type { FindingDetail } from '@app/findings';
import type { ActorBody } from '@app/http';
import type { Entitlement, FollowUpMade, PaymentMethod, Quote, Signature } from '../../contract.js';

/** Who did something, and when by their own clock. */
export class Done {
  readonly at!: Instant;
  readonly by!: ActorBody;
}

/** Something that was done, and why. */
export class DoneBecause extends Done {
  readonly reason!: string;
}

export class DetailDeadline {
  readonly due!: Instant;
  /** Id of the terms that it was set by. */
  readonly terms!: string;
  readonly minutes!: number;
  /** Minutes that pauses on the customer's side have added. */
  readonly paused!: number;
}

export class DetailEntitlement implements Entitlement {
  readonly kind!: Entitlement['kind'];
  readonly until?: Instant;
  readonly reference?: string;
}

/** A signature, and what was signed with it. */
export class DetailSignature implements Signature {
  readonly name!: string;
  readonly role!: Signature['role'];
  readonly signedAt!: Instant;
  /** SHA-256 of the image or stroke data, under which the file is kept. */
  readonly image!: string;
  readonly under!: 'discrepancy' | 'quote' | 'service-record';
}

export class DetailQuote implements Quote {
  readonly labour!: Yuan;
  readonly parts!: Yuan;
}

export class DetailCollection extends Done {
  readonly amount!: Yuan;
  readonly method!: PaymentMethod;
}

export class DetailReceipt {
  readonly number!: string;
  readonly amount!: Yuan;
}

export class DetailFollowUp extends Done {
  readonly channel!: FollowUpMade['data']['channel'];
  readonly sampled!: boolean;
  readonly satisfied!: boolean;
  readonly answer!: string;
}

export class DetailReview extends Done {
  readonly words!: string | null;
}

export class DetailFinding implements FindingDetail {
  /** Number within the ticket, from 1. */
  readonly finding!: number;
  readonly article!: FindingDetail['article'];
  readonly code!: string;
  readonly visit!: number;
  readonly person?: string;
  readonly remark?: string;
  readonly status!: 'open' | 'upheld' | 'excused' | 'withdrawn';
  readonly recordedAt!: Instant;
  readonly review!: DetailReview | null;
}
