import { chinese, plainAccount, quoted, when, where, who } from '@app/audit/src/words/index.js';
import type { Bilingual, Instant } from '@app/kernel';
import type { PieceDeed, PieceEvent, PieceMove, PieceMoved } from '../domain/piece/piece.events.js';
import { at } from './place-in-words.js';

/** The way of one piece in plain words. */
export const pieceAccount = plainAccount<PieceEvent>({
  PieceMoved: ({ data, actor, occurredAt }) => {
    const deed = DEEDS[data.deed](data);
    const since = sinceInWords(data, occurredAt);
    return {
      zh: chinese`${who(actor).zh}${deed.zh}${data.sku}的序列号${data.serial}${since.zh}。`,
      en: `${who(actor).en} ${deed.en} (${data.serial} of ${data.sku})${since.en}.`,
    };
  },
  PieceUseUncovered: ({ data: { sku, serial, place, ticket, visit }, actor }) => ({
    zh: chinese`${who(actor).zh}补记在工单${ticket}第${visit}次上门使用了${sku}的序列号${serial}，而按记录当时不在${at(place).zh}，待说明。`,
    en: `${who(actor).en} told late of a use of ${serial} of ${sku} on visit ${visit} of ticket ${ticket}; by the records it was not in ${at(place).en}, which is to be explained.`,
  }),
  PieceUseWithdrawn: ({ data: { sku, serial, ticket, visit }, actor }) => ({
    zh: chinese`${who(actor).zh}更正：工单${ticket}第${visit}次上门并未使用${sku}的序列号${serial}。`,
    en: `${who(actor).en} corrected: ${serial} of ${sku} was not used on visit ${visit} of ticket ${ticket}.`,
  }),
});

type Deed = (move: PieceMove) => Bilingual;

const toward = ({ place, to = '' }: PieceMove): Bilingual => ({
  zh: chinese`由${at(place).zh}向${at(to).zh}`,
  en: `from ${at(place).en} to ${at(to).en}`,
});

const DEEDS: Record<PieceDeed, Deed> = {
  entered: ({ place }) => ({
    zh: chinese`在${at(place).zh}录入期初`,
    en: `took it over from paper at ${at(place).en}`,
  }),
  received: ({ place }) => ({
    zh: chinese`在${at(place).zh}收货入库`,
    en: `received it at ${at(place).en}`,
  }),
  issued: (move) => {
    const purpose = where(
      move.ticket,
      chinese`（工单${move.ticket ?? ''}）`,
      ` for ticket ${move.ticket}`,
    );
    return {
      zh: chinese`${toward(move).zh}发出${purpose.zh}`,
      en: `issued it ${toward(move).en}${purpose.en}`,
    };
  },
  accepted: (move) => ({
    zh: chinese`${toward(move).zh}转交并确认收到`,
    en: `accepted it ${toward(move).en}`,
  }),
  declined: ({ place }) => ({
    zh: chinese`使发出未成而退回${at(place).zh}`,
    en: `took it back to ${at(place).en}, as it was not accepted`,
  }),
  returned: (move) => ({
    zh: chinese`${toward(move).zh}退回`,
    en: `returned it ${toward(move).en}`,
  }),
  sold: ({ place, customer = '' }) => ({
    zh: chinese`从${at(place).zh}向${quoted(customer)}售出`,
    en: `sold it from ${at(place).en} to ${quoted(customer)}`,
  }),
  'taken-back': ({ place }) => ({
    zh: chinese`在${at(place).zh}接受客户退货`,
    en: `took it back from the customer at ${at(place).en}`,
  }),
  scrapped: ({ place }) => ({
    zh: chinese`在${at(place).zh}报废`,
    en: `scrapped it at ${at(place).en}`,
  }),
  used: ({ place, ticket = '', visit }) => ({
    zh: chinese`从${at(place).zh}在工单${ticket}第${visit ?? 1}次上门使用`,
    en: `used it out of ${at(place).en} on visit ${visit} of ticket ${ticket}`,
  }),
  'not-used': ({ place, ticket = '' }) => ({
    zh: chinese`更正为未用于工单${ticket}，仍在${at(place).zh}`,
    en: `corrected that it was not used on ticket ${ticket}, and stayed in ${at(place).en}`,
  }),
  missing: ({ place, stocktake = '' }) => ({
    zh: chinese`批准盘点${stocktake}，在${at(place).zh}未见`,
    en: `approved stocktake ${stocktake}, which missed it at ${at(place).en}`,
  }),
  found: ({ place, stocktake = '' }) => ({
    zh: chinese`批准盘点${stocktake}，在${at(place).zh}见到`,
    en: `approved stocktake ${stocktake}, which found it at ${at(place).en}`,
  }),
};

function sinceInWords({ since }: PieceMoved['data'], occurredAt: Instant): Bilingual {
  if (since === undefined) return { zh: '', en: '' };
  const begun = when(since, occurredAt);
  return { zh: chinese`（自${begun.zh}起）`, en: `, since ${begun.en}` };
}
