import type { Contexts } from '@app/event-store';
import { unknownCustomer } from '../domain/customer.decider.js';
import { customerStreams } from '../domain/customer.state.js';

/**
 * What a command of another context must know of the customer whom its field `customer` names: that
 * they are on file.
 *
 * @throws NotFound `unknown-customer` where they are not
 */
export async function customerOnFile(
  { data: { customer } }: { readonly data: { readonly customer: string } },
  contexts: Contexts,
): Promise<{ readonly customer: 'on-file' }> {
  const { status } = await contexts.read(customerStreams, customer);
  if (status !== 'registered') throw unknownCustomer('/customer');
  return { customer: 'on-file' };
}
