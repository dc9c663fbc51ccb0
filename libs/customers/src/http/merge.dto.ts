import { CommandDto, Slug, Text } from '@app/http';

/** Which file is of the same customer, or is not after all, and how one knows. */
export class MergeDto extends CommandDto {
  /** Id of the other customer. */
  @Slug()
  merged!: string;

  @Text({ max: 500 })
  reason!: string;
}

/** The files that are of one customer. */
export class MergesBody {
  /** Ids of the files that were merged into this one; empty: none is. */
  readonly merged!: string[];

  /** Id of the file that this one was merged into, which is the one to go by; absent: it is its own. */
  readonly into?: string;
}
