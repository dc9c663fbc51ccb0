import { AsOfQuery, MayBeAbsent, Phone, Slug, Text } from '@app/http';

/** What is known of somebody who calls: a phone number, or a name with an address. */
export class LikelyDuplicatesParams extends AsOfQuery {
  @MayBeAbsent()
  @Phone()
  phone?: string;

  /** Compared together with the address. */
  @MayBeAbsent()
  @Text({ max: 100, singleLine: true })
  name?: string;

  @MayBeAbsent()
  @Text({ max: 300, singleLine: true })
  address?: string;

  /** Id of the customer whose file it is, who is not told of themself; default: there is no file yet. */
  @MayBeAbsent()
  @Slug()
  customer?: string;
}

export type Likeness = 'phone' | 'name-and-address';

/** A customer on file who is likely the same. */
export class LikelyDuplicate {
  readonly customer!: string;
  readonly name!: string;
  readonly phone!: string;
  /** By what: any number of theirs, at a site or of a contact too, but for its extension; or the name and a site's address, however written. */
  readonly by!: Likeness[];
}

export class LikelyDuplicates {
  /** In the order of ids; of more than 50 the first. */
  readonly items!: LikelyDuplicate[];
  readonly position!: string;
}
