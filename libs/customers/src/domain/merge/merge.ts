import {
  Invalid,
  NotFound,
  NotPossible,
  streamsOf,
  type Ask,
  type Command,
  type Decider,
} from '@app/kernel';
import { happened } from '@app/policy';
import { isSameId } from '../customer.parts.js';
import type { CustomerMerged, Joined, MergeEvent, MergeUndone } from './merge.events.js';

export type MergeCustomer = Ask<
  'MergeCustomer',
  CustomerMerged['data'],
  { readonly files: 'on-file' }
>;
export type UndoMerge = Command<'UndoMerge', MergeUndone['data']>;
export type JoinCustomer = Command<'JoinCustomer', Joined>;
export type PartCustomer = Command<'PartCustomer', Joined>;
export type MergeCommand = MergeCustomer | UndoMerge | JoinCustomer | PartCustomer;

/** With whom a customer is one: whose files stand behind theirs, or behind whose theirs stands. */
export interface Merges {
  /** Ids of the files that are theirs too, the one that was merged last at the end. */
  readonly merged: readonly string[];
  /** Id of the file that is the one to go by; absent: their own. */
  readonly into?: string;
}

/** Of one file: stream `merge-<customer>`. What is merged is told on both, or on neither. */
export const mergeStreams = streamsOf<Merges, { readonly customer: string }>('merge', ['customer']);

/** Files behind one customer's at most: whatever is asked of the customer asks all of them. */
export const MOST_MERGED = 20;

export const mergeDecider: Decider<MergeCommand, Merges, MergeEvent> = {
  initialState: () => ({ merged: [] }),
  evolve,
  decide,
};

function evolve({ merged }: Merges, { type, data }: MergeEvent): Merges {
  switch (type) {
    case 'CustomerMerged':
      return { merged: [...merged, data.merged] };
    case 'MergeUndone':
      return { merged: merged.filter((each) => each !== data.merged) };
    case 'CustomerJoined':
      return { merged, into: data.into };
    case 'CustomerParted':
      return { merged };
  }
}

function decide(command: MergeCommand, merges: Merges): readonly MergeEvent[] {
  switch (command.type) {
    case 'MergeCustomer':
      return merge(command, merges);
    case 'UndoMerge':
      return undo(command, merges);
    case 'JoinCustomer':
      return join(command, merges);
    case 'PartCustomer':
      return [happened(command, 'CustomerParted', command.data, ['R8'])];
  }
}

/**
 * @throws Invalid `merged-with-itself`
 * @throws NotPossible `merged-already`: one of the two stands behind another file; `too-many-merged`
 */
function merge(command: MergeCustomer, { merged, into }: Merges): MergeEvent[] {
  const { customer, merged: other } = command.data;
  if (isSameId(customer, other)) throw withItself();
  if (into !== undefined) throw mergedAlready(customer, into);
  if (merged.includes(other)) throw mergedAlready(other, customer);
  if (merged.length >= MOST_MERGED) throw tooManyMerged();
  return [happened(command, 'CustomerMerged', command.data, ['R8'])];
}

/** @throws NotFound `not-merged` */
function undo(command: UndoMerge, { merged }: Merges): MergeEvent[] {
  if (!merged.includes(command.data.merged)) throw notMerged(command.data.merged);
  return [happened(command, 'MergeUndone', command.data, ['R8'])];
}

/** @throws NotPossible `merged-already`, `has-merged`: others stand behind the file, and would stand two files back */
function join(command: JoinCustomer, { merged, into }: Merges): MergeEvent[] {
  const { customer } = command.data;
  if (into !== undefined) throw mergedAlready(customer, into);
  if (merged.length > 0) throw hasMerged(customer, merged);
  return [happened(command, 'CustomerJoined', command.data, ['R8'])];
}

function withItself(): Invalid {
  const says = { zh: '不能与自己合并', en: 'a customer is not merged with themself' };
  return new Invalid('merged-with-itself', says, '/merged');
}

function mergedAlready(customer: string, into: string): NotPossible {
  return new NotPossible('merged-already', {
    zh: `客户 ${customer} 已并入 ${into}`,
    en: `customer ${customer} is merged into ${into} already`,
  });
}

function hasMerged(customer: string, merged: readonly string[]): NotPossible {
  return new NotPossible('has-merged', {
    zh: `客户 ${customer} 之下已并入 ${merged.join('、')}，请先撤销，或反过来合并`,
    en: `${merged.join(', ')} is merged into customer ${customer}: undo that first, or merge the other way round`,
  });
}

function tooManyMerged(): NotPossible {
  return new NotPossible('too-many-merged', {
    zh: `一位客户之下最多并入 ${MOST_MERGED} 份档案`,
    en: `${MOST_MERGED} files are merged into one customer at most`,
  });
}

function notMerged(customer: string): NotFound {
  const says = {
    zh: `客户 ${customer} 没有并入这位客户`,
    en: `customer ${customer} is not merged into this one`,
  };
  return new NotFound('not-merged', says, '/merged');
}
