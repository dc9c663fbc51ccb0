import { aggregate, changes, internal } from '@app/aggregates';
import { chinese, plainAccount, quoted, who } from '@app/audit/src/words/index.js';
import { noSuch } from '@app/kernel';
import { filesToMerge } from './application/files-to-merge.js';
import { mergeDecider, mergeStreams } from './domain/merge/merge.js';
import { mergeEvents, type MergeEvent } from './domain/merge/merge.events.js';
import { MergeDto, MergesBody } from './http/merge.dto.js';
import { readCustomer } from './permissions.js';

/** Which files are of one customer (R8): decided by a person, and undone by one (ADR 42). */
export const merges = aggregate({
  streams: mergeStreams,
  decider: mergeDecider,
  events: mergeEvents,
  path: 'customer-merges',
  id: 'customer',
  commands: {
    MergeCustomer: changes(MergeDto, ['supervisor']),
    UndoMerge: changes(MergeDto, ['supervisor']),
    JoinCustomer: internal,
    PartCustomer: internal,
  },
  known: { mergeCustomer: filesToMerge },
  shows: {
    as: MergesBody,
    summary: 'The files that were merged with a customer’s (R8).',
    to: readCustomer,
    unknown: noSuch('merge', { zh: '这样的合并记录', en: 'merge' }),
  },
  account: plainAccount<MergeEvent>({
    CustomerMerged: ({ data: { customer, merged, reason }, actor }) => ({
      zh: chinese`${who(actor).zh}把客户${merged}并入${customer}（${quoted(reason)}）；两份档案与各自的工单均未改动。`,
      en: `${who(actor).en} merged customer ${merged} into ${customer} (${quoted(reason)}); neither file has changed, nor whose tickets are whose.`,
    }),
    MergeUndone: ({ data: { customer, merged, reason }, actor }) => ({
      zh: chinese`${who(actor).zh}撤销把客户${merged}并入${customer}（${quoted(reason)}）；工单各归原处。`,
      en: `${who(actor).en} undid the merge of customer ${merged} into ${customer} (${quoted(reason)}); each has the tickets that it had.`,
    }),
    CustomerJoined: ({ data: { customer, into } }) => ({
      zh: chinese`客户${customer}并入${into}。`,
      en: `Customer ${customer} was merged into ${into}.`,
    }),
    CustomerParted: ({ data: { customer, into } }) => ({
      zh: chinese`客户${customer}不再并入${into}。`,
      en: `Customer ${customer} is no longer merged into ${into}.`,
    }),
  }),
});
