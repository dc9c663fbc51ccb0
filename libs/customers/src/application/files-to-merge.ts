import type { Contexts } from '@app/event-store';
import { unknownCustomer } from '../domain/customer.decider.js';
import { customerStreams } from '../domain/customer.state.js';
import type { MergeCustomer } from '../domain/merge/merge.js';

/** That both are on file. @throws NotFound `unknown-customer` */
export async function filesToMerge(
  { data: { customer, merged } }: Pick<MergeCustomer, 'data'>,
  contexts: Contexts,
): Promise<MergeCustomer['known']> {
  const [kept, other] = await contexts.readMany(customerStreams, [customer, merged]);
  if (kept?.status !== 'registered') throw unknownCustomer();
  if (other?.status !== 'registered') throw unknownCustomer('/merged');
  return { files: 'on-file' };
}
