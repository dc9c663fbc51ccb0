import { Matches } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { SeveralOf } from '@app/http';
import type { FindingStatus } from './findings-inbox.row.js';

/** Which findings. Conditions hold all at once. */
export class FindingsInboxParams extends PageQuery {
  /** States of review; default: `open`. */
  @SeveralOf(['open', 'upheld', 'excused'])
  status?: FindingStatus[];

  /** An article, such as `V21` or `B1.3`. */
  @MayBeAbsent()
  @Matches(/^[VDNRB]\d{1,3}(\.\d{1,2})?$/)
  article?: string;

  /** Employee id of the person whom the finding concerns. */
  @MayBeAbsent()
  @Slug()
  person?: string;

  /** Ticket in which it was recorded. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;
}
