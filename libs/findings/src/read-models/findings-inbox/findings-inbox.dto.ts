import { Matches } from 'class-validator';
import { MayBeAbsent, PageQuery, SeveralOf, Slug, Text } from '@app/http';
import type { FindingStatus } from '../../domain/finding.state.js';

/** Which findings. Conditions hold all at once. */
export class FindingsInboxParams extends PageQuery {
  /** States of review; default: `open`. */
  @SeveralOf(['open', 'upheld', 'excused', 'withdrawn'])
  status?: FindingStatus[];

  /** An article, such as `V21` or `B1.3`. */
  @MayBeAbsent()
  @Matches(/^[VDNRB]\d{1,3}(\.\d{1,2})?$/)
  article?: string;

  /** Employee id of the person whom the finding concerns. */
  @MayBeAbsent()
  @Slug()
  person?: string;

  /** Kind of what it was found in: `ticket`, `tool`. */
  @MayBeAbsent()
  @Slug()
  kind?: string;

  /** Id of what it was found in, such as the ticket's; ids of several kinds may be the same. */
  @MayBeAbsent()
  @Text({ max: 200 })
  entity?: string;
}
