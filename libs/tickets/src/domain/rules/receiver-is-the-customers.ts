import { rule } from '@app/policy';
import type { Signature } from '../ticket/ticket.values.js';
import { readsTheSame } from '../visit/reads-the-same.js';

/** V18: a product goes back to the customer or to who gave it away; to anybody else, saying what they are to the customer. */
export const receiverIsTheCustomers = rule<{
  readonly receivedBy: string;
  readonly signature?: Signature;
  readonly relationship?: string;
  /** The customer, and who gave the product away. */
  readonly known: readonly string[];
}>(
  'V18',
  'product-returned-to-another',
  {
    zh: '领回人不是客户或交出人，须写明与客户的关系',
    en: 'the product goes to somebody else than the customer or who gave it; say what they are to the customer',
    whenFound: {
      zh: '产品由客户和交出人以外的人领回，未写明与客户的关系',
      en: 'a product went to somebody else than the customer or who gave it, and nobody said what they are to the customer',
    },
  },
  ({ receivedBy, signature, relationship, known }) =>
    relationship === undefined &&
    signature?.role !== 'responsible-person' &&
    !known.some((name) => readsTheSame(name, receivedBy)),
);
