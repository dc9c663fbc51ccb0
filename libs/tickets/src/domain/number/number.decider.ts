import { enforce, type Command, type Decider } from '@app/kernel';
import { happened, type ArticleId } from '@app/policy';
import { custodySlipIsItsOwn } from '../rules/custody-slip-is-its-own.js';
import { receiptIsItsOwn } from '../rules/receipt-is-its-own.js';
import { receiversSignatureIsItsOwn } from '../rules/receivers-signature-is-its-own.js';
import { signatureIsItsOwn } from '../rules/signature-is-its-own.js';
import type { NumberKind, NumberTaken } from './number.events.js';
import type { NumberUse } from './number.stream.js';

export type TakeNumber = Command<'TakeNumber', NumberTaken['data']>;

const GUARDS = {
  signature: signatureIsItsOwn,
  receipt: receiptIsItsOwn,
  'custody-slip': custodySlipIsItsOwn,
} as const satisfies Record<NumberKind, { readonly article: ArticleId }>;

/** One number of its kind, which is taken once and never given back. The image of a stamp stays one, and may recur. */
export const numberDecider: Decider<TakeNumber, NumberUse, NumberTaken> = {
  initialState: () => undefined,
  evolve: (_, { data: { kind: __, number: ___, ...use } }) => use,
  decide: (command, use) => {
    const { kind, stamp, goods, tool } = command.data;
    const guard = goods || tool !== undefined ? receiversSignatureIsItsOwn : GUARDS[kind];
    enforce([guard], { use, ...(stamp && { stamp }) });
    if (use) return [];
    return [happened(command, 'NumberTaken', command.data, [guard.article])];
  },
};
