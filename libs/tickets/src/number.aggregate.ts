import { aggregate, internal } from '@app/aggregates';
import { chinese, plainAccount, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { numberDecider } from './domain/number/number.decider.js';
import { numberEventTypes } from './domain/number/number.event-types.js';
import type { NumberTaken, SignedFor } from './domain/number/number.events.js';
import { numberStreams } from './domain/number/number.stream.js';

const KINDS = {
  signature: { zh: '签字图像', en: 'The image of a signature' },
  receipt: { zh: '收费凭证号码', en: 'The receipt number' },
  'custody-slip': { zh: '保管单号', en: 'The custody slip number' },
} as const;

const STAMP = { zh: '印章图像', en: 'The image of a stamp' } as const;

/** What is used once, on whatever ticket: it is written along with tickets, and nobody writes to it alone. */
export const numbers = aggregate({
  streams: numberStreams,
  decider: numberDecider,
  events: numberEventTypes,
  commands: internal,
  account: plainAccount<NumberTaken>({
    NumberTaken: ({ data: { kind, number, ticket, visit, stamp, ...signedFor } }) => {
      const what = stamp ? STAMP : KINDS[kind];
      if (ticket === undefined) {
        const under = underWhat(signedFor);
        return {
          zh: chinese`${what.zh}${number}用于签收${under.zh}。`,
          en: `${what.en} ${number} was used for receiving ${under.en}.`,
        };
      }
      const at = where(visit, chinese`第${visit ?? 0}次上门`, `, visit ${visit}`);
      return {
        zh: chinese`${what.zh}${number}用于工单${ticket}${at.zh}。`,
        en: `${what.en} ${number} was used for ticket ${ticket}${at.en}.`,
      };
    },
  }),
});

function underWhat({ goods, tool = '' }: SignedFor): Bilingual {
  if (!goods) return { zh: chinese`工具${tool}`, en: `tool ${tool}` };
  const { sku, place, slip } = goods;
  return {
    zh: chinese`${place}发出的${sku}（单号${slip}）`,
    en: `${sku} from ${place} (number ${slip})`,
  };
}
