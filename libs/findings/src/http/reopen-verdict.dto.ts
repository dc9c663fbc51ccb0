import { Min } from 'class-validator';
import { CommandDto, Integer, Text } from '@app/http';
import type { ReopenVerdict } from '../domain/reopen-verdict.js';

type Data = ReopenVerdict['data'];

/** The person concerned has appealed against a verdict, and the finding is to be reviewed anew. */
export class ReopenVerdictDto extends CommandDto implements Data {
  /** Number of the finding within its stream, such as the ticket. */
  @Integer()
  @Min(1)
  finding!: number;

  /** Of the appeal. */
  @Text({ max: 1000 })
  reason!: string;
}
