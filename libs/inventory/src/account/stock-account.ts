import { chinese, inRole, plainAccount, quoted, where, who } from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import type { Actor, Bilingual } from '@app/kernel';
import { found } from '../domain/stock/found.js';
import { at } from './place-in-words.js';
import { lotsInWords } from './lots-in-words.js';
import { reservationSentences } from './reservation-account.js';
import type {
  MaterialIssued,
  MaterialTakenBack,
  Moved,
  StockEvent,
  UncoveredUseExplained,
} from '../domain/stock/stock.events.js';

/** The books of a material at a place in plain words. */
export const stockAccount = plainAccount<StockEvent>(
  {
    OpeningStockEntered: ({ data, actor }) =>
      moved(actor, data, ['录入期初', 'entered the opening stock of'], {
        zh: chinese`，依据${quoted(data.source)}`,
        en: ` from ${quoted(data.source)}`,
      }),
    MaterialReceived: ({ data, actor }) =>
      moved(actor, data, ['收货入库', 'received'], {
        zh: chinese`，供应商${quoted(data.supplier)}，送货单${data.deliveryNote}`,
        en: ` from ${quoted(data.supplier)}, delivery note ${data.deliveryNote}`,
      }),
    MaterialRequested: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}申请领用${data.sku}共${data.quantity}，接收方${at(data.to).zh}，单号${data.slip}。`,
      en: `${who(actor).en} asked for ${data.quantity} of ${data.sku} for ${at(data.to).en}, number ${data.slip}.`,
    }),
    ...reservationSentences,
    MaterialRequestApproved: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}批准领用申请${data.slip}。`,
      en: `${who(actor).en} approved request ${data.slip}.`,
    }),
    MaterialRequestWithdrawn: ({ data: { slip, reason }, actor }) => ({
      zh: chinese`${who(actor).zh}撤销领用申请${slip}：${quoted(reason)}。`,
      en: `${who(actor).en} withdrew request ${slip}: ${quoted(reason)}.`,
    }),
    MaterialRequestExpired: ({ data: { slip } }) => ({
      zh: chinese`领用申请${slip}期限内未发放，自行失效。`,
      en: `Request ${slip} was not issued within its term, and waits no more.`,
    }),
    MaterialIssued: ({ data, actor }) =>
      moved(actor, data, ['发出', 'issued'], {
        zh: toward(data.to, data.ticket).zh + enteredLate(data).zh,
        en: toward(data.to, data.ticket).en + enteredLate(data).en,
      }),
    MaterialAccepted: ({ data, actor }) =>
      moved(actor, data, ['确认收到', 'accepted'], toward(data.to, undefined)),
    MaterialDeclined: ({ data, actor }) =>
      moved(actor, data, ['退回未接收的', 'took back what was on its way,'], {
        zh: chinese`，原因${quoted(data.reason)}`,
        en: `: ${quoted(data.reason)}`,
      }),
    MaterialReturned: ({ data, actor }) =>
      moved(actor, data, ['收回', 'took back'], toward(data.to, undefined)),
    MaterialTakenIn: ({ data, actor }) =>
      moved(actor, data, ['转入', 'took in'], {
        zh: chinese`，来自${at(data.from).zh}`,
        en: ` from ${at(data.from).en}`,
      }),
    MaterialUsed: ({ data, actor }) => moved(actor, data, ['使用', 'used'], onTicket(data)),
    MaterialUseTakenBack: ({ data, actor }) =>
      moved(actor, data, ['更正为未使用', 'corrected as not used'], onTicket(data)),
    UncoveredUseExplained: ({ data, actor }) =>
      moved(
        actor,
        data,
        ['补足先前使用的', 'covered what had been used before,'],
        explainedOn(data),
      ),
    MaterialSold: ({ data, actor }) =>
      moved(actor, data, ['售出', 'sold'], {
        zh: chinese`给${quoted(data.customer)}，售价 ${data.price} 元`,
        en: ` to ${quoted(data.customer)} for ${data.price} yuan`,
      }),
    MaterialTakenBack: ({ data, actor }) =>
      moved(actor, data, ['接受退货', 'took back from the customer'], refunded(data)),
    MaterialScrapped: ({ data, actor }) =>
      moved(actor, data, ['报废', 'scrapped'], {
        zh: chinese`，原因${quoted(data.reason)}`,
        en: `: ${quoted(data.reason)}`,
      }),
    PriceDifferenceBooked: ({ data: { slip, unitCost, difference, gone, reason }, actor }) => {
      const left = where(gone > 0, chinese`，其中${gone}已不在库`, `; ${gone} of it had gone`);
      return {
        zh: chinese`${who(actor).zh}更正收货单${slip}的单价为 ${unitCost} 元，价差 ${difference} 元${left.zh}：${quoted(reason)}。`,
        en: `${who(actor).en} corrected the price of receipt ${slip} to ${unitCost} yuan, a difference of ${difference} yuan${left.en}: ${quoted(reason)}.`,
      };
    },
    StockCountNoted: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}盘点了${at(data.place).zh}的${data.sku}（盘点${data.stocktake}）。`,
      en: `${who(actor).en} counted ${data.sku} at ${at(data.place).en} (stocktake ${data.stocktake}).`,
    }),
    StockAdjusted: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}批准盘点${data.stocktake}：${at(data.place).zh}的${data.sku}账面${data.book}、实盘${data.counted}，差异${signed(data.quantity)}${lotsInWords(data.lots).zh}，金额 ${data.value} 元。`,
      en: `${who(actor).en} approved stocktake ${data.stocktake}: of ${data.sku} at ${at(data.place).en} the books had ${data.book}, ${data.counted} were counted, a difference of ${signed(data.quantity)}${lotsInWords(data.lots).en} worth ${data.value} yuan.`,
    }),
    StockCountUpheld: ({ data }) => ({
      zh: chinese`补记的出入库发生在盘点${data.stocktake}之前，实盘数不变，差异改记${signed(data.quantity)}，金额 ${data.value} 元。`,
      en: `What was told late had happened before stocktake ${data.stocktake}: the count stands, and the difference changes by ${signed(data.quantity)} worth ${data.value} yuan.`,
    }),
    MaterialAskedBack: ({ data: { sku, quantity, employee } }) => ({
      zh: chinese`${inRole(employee).zh}离职，请其归还${sku}共${quantity}。`,
      en: `${inRole(employee).en} left, and is asked to hand back ${quantity} of ${sku}.`,
    }),
    ...findingSentences(found),
    StockCarriedForward: ({ data: { thousandths, value } }) => ({
      zh: chinese`账目结转：结存${thousandths / 1000}，${value} 元。`,
      en: `The books were carried forward: ${thousandths / 1000} left, worth ${value} yuan.`,
    }),
  },
  ['seller', 'person', 'employee', 'counter', 'enteredLateBy'],
);

function moved(
  actor: Actor,
  { sku, place, quantity, value, serials = [], lots = [] }: Moved,
  [zh, en]: readonly [string, string],
  more: Bilingual,
): Bilingual {
  const pieces = lots.length > 0 ? lotsInWords(lots) : piecesInWords(serials);
  return {
    zh: chinese`${who(actor).zh}在${at(place).zh}${zh}${sku}共${quantity}${pieces.zh}，价值 ${value} 元${more.zh}。`,
    en: `${who(actor).en} ${en} ${quantity} of ${sku} at ${at(place).en}${pieces.en}, worth ${value} yuan${more.en}.`,
  };
}

function refunded({ refund, slip, paid, reason }: MaterialTakenBack['data']): Bilingual {
  const less = where(
    reason,
    chinese`（原价 ${paid ?? refund} 元，少退原因${quoted(reason ?? '')}）`,
    ` (they were sold for ${paid ?? refund}: ${quoted(reason ?? '')})`,
  );
  return {
    zh: chinese`，退款 ${refund} 元${less.zh}，原销售单${slip}`,
    en: `, refunding ${refund} yuan${less.en} of sale ${slip}`,
  };
}

/** Serial numbers that a sentence names; the rest stands in the event. */
const NAMED = 10;

function piecesInWords(serials: readonly string[]): Bilingual {
  if (serials.length === 0) return { zh: '', en: '' };
  const named = serials.slice(0, NAMED).join(' ');
  const more = serials.length > NAMED ? ' …' : '';
  return { zh: `（序列号 ${named}${more}）`, en: ` (${named}${more})` };
}

function toward(to: string, ticket: string | undefined): Bilingual {
  const purpose = where(ticket, chinese`，用于工单${ticket}`, ` for ticket ${ticket}`);
  return { zh: chinese`，去向${at(to).zh}${purpose.zh}`, en: `, to ${at(to).en}${purpose.en}` };
}

function onTicket({
  ticket,
  visit,
  uncovered = 0,
}: {
  readonly ticket: string;
  readonly visit: number;
  readonly uncovered?: number;
}): Bilingual {
  const open = where(
    uncovered > 0,
    chinese`，其中${uncovered}当时不在手中，待说明`,
    `; ${uncovered} of it had not been in hand, which is to be explained`,
  );
  return {
    zh: chinese`，工单${ticket}第${visit}次上门${open.zh}`,
    en: `, on visit ${visit} of ticket ${ticket}${open.en}`,
  };
}

function enteredLate({ enteredLateBy }: MaterialIssued['data']): Bilingual {
  return where(enteredLateBy, '（补录）', ' (entered late)');
}

function explainedOn({ stillUncovered = 0, ...data }: UncoveredUseExplained['data']): Bilingual {
  const { zh, en } = onTicket(data);
  const left = where(
    stillUncovered > 0,
    chinese`，尚有${stillUncovered}待说明`,
    `; ${stillUncovered} of it are still to be explained`,
  );
  return { zh: zh + left.zh, en: en + left.en };
}

/** `+2`, `-1`, `0`. */
function signed(quantity: number): string {
  return quantity > 0 ? `+${quantity}` : String(quantity);
}
