import { MayBeAbsent, PageQuery, Text } from '@app/http';

/** Which customers. */
export class CustomerListParams extends PageQuery {
  /**
   * Words in name, customer id, phone number, or a site's id, address, landmark or phone number; all
   * of them must occur. Of a customer with more than a thousand sites, those changed last may not be found.
   */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;
}
