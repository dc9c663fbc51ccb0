import { MayBeAbsent, PageQuery, Text } from '@app/http';

/** Which customers. */
export class CustomerListParams extends PageQuery {
  /**
   * Words in name, customer id, phone number, a contact's name or phone number, or a site's id, address,
   * landmark or phone number; all of them must occur. A phone number is found by any four digits and more
   * of it, with or without area code. Of a customer with very many sites, those changed last may not be found.
   */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;
}
