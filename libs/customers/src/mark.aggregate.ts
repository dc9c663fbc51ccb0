import { aggregate, internal } from '@app/aggregates';
import { chinese, plainAccount } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import {
  markDecider,
  markEvents,
  markStreams,
  type MarkEvent,
  type MarkKind,
} from './domain/mark/mark.js';

const KINDS: Readonly<Record<MarkKind, Bilingual>> = {
  barcode: { zh: '部件条码', en: 'The barcode' },
  document: { zh: '凭证', en: 'The document' },
};

/** A number by which units are found: it is written along with them, and nobody writes to it alone. */
export const marks = aggregate({
  streams: markStreams,
  decider: markDecider,
  events: markEvents,
  commands: internal,
  account: plainAccount<MarkEvent>({
    MarkPut: ({ data: { kind, number, unit } }) => ({
      zh: chinese`${KINDS[kind].zh}${number}登记在设备${unit}上。`,
      en: `${KINDS[kind].en} ${number} is that of unit ${unit}.`,
    }),
    MarkTakenOff: ({ data: { kind, number, unit } }) => ({
      zh: chinese`${KINDS[kind].zh}${number}不再属于设备${unit}。`,
      en: `${KINDS[kind].en} ${number} is no longer that of unit ${unit}.`,
    }),
  }),
});
