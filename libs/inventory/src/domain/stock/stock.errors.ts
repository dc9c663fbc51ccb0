import {
  Forbidden,
  Invalid,
  localDate,
  localTime,
  NotFound,
  NotPossible,
  Refused,
  type Yuan,
} from '@app/kernel';
import { handsAt } from '../location/location.js';
import type { ApprovedCount } from './counts.js';
import { unitsOf, type Thousandths } from './quantity.js';
import { type issuedBeforeUse } from './rules/issued-before-use.js';
import { stockIsNeverBelowZero } from './rules/stock-is-never-below-zero.js';

/** @param rule that is broken; default: that of every place */
export function tooFew(
  { place, sku }: { readonly place: string; readonly sku: string },
  available: Thousandths,
  rule: typeof issuedBeforeUse = stockIsNeverBelowZero,
): Refused {
  const says = {
    zh: `${rule.says.zh}：${place} 的 ${sku} 当时可用 ${unitsOf(available)}`,
    en: `${rule.says.en}: of ${sku} at ${place} there were ${unitsOf(available)} then`,
  };
  return new Refused(rule.article, rule.code, says, '/quantity');
}

/** @param pointer default: the paper that the command is about */
export function noSuchSlip(slip: string, pointer = '/slip'): NotFound {
  const says = {
    zh: `没有单号为 ${slip} 且尚未办结的单据`,
    en: `there is no open paper with the number ${slip}`,
  };
  return new NotFound('unknown-slip', says, pointer);
}

export function slipTaken(slip: string): NotPossible {
  const says = { zh: `单号 ${slip} 已被使用`, en: `the number ${slip} is on another paper` };
  return new NotPossible('slip-taken', says, '/slip');
}

export function neverStocked(): NotFound {
  const says = { zh: '该处从未有过此物料', en: 'this material was never at that place' };
  return new NotFound('never-stocked', says);
}

export function booksBegun(): NotPossible {
  return new NotPossible('books-begun', {
    zh: '该处此物料已有记录，不能再录入期初数',
    en: 'there are books of this material at that place, which an opening entry would contradict',
  });
}

export function freeOfCharge(pointer: string): Invalid {
  const says = { zh: '单价不得为零', en: 'nothing costs nothing: a price is above zero' };
  return new Invalid('price-of-zero', says, pointer);
}

export function endsBeforeItBegins(): Invalid {
  const says = { zh: '截止时间须晚于预留时间', en: 'a reservation ends after it begins' };
  return new Invalid('ends-before-it-begins', says, '/until');
}

export function samePlace(): Invalid {
  const says = { zh: '发出处与接收处相同', en: 'it cannot go to the place where it is' };
  return new Invalid('same-place', says, '/to');
}

export function notTheReceiver(to: string): Forbidden {
  const employee = handsAt(to);
  const says =
    employee === undefined
      ? {
          zh: `发往 ${to} 的物料由库房人员或主管确认收到`,
          en: `it is on its way to ${to}: the stores or a supervisor say that it has arrived`,
        }
      : {
          zh: `须由接收人 ${employee} 本人登录确认，或由库房人员、主管附其签字图片录入`,
          en: `it is on its way to ${employee}, who says so under their own sign-in; or the stores or a supervisor enter the picture of their signature`,
        };
  return new Forbidden('not-the-receiver', says);
}

export function ownRequest(): Forbidden {
  return new Forbidden('own-request', {
    zh: '不得批准本人的领用申请',
    en: 'nobody approves what they have asked for themself',
  });
}

export function notYourRequest(by: string): Forbidden {
  return new Forbidden('not-your-request', {
    zh: `该申请由 ${by} 提出，须由其本人、接收方或库房人员撤销`,
    en: `${by} asked for it: it is withdrawn by them, by whoever is to have it, or by the stores`,
  });
}

export function moreThanWasSold(left: Thousandths): NotPossible {
  const says = {
    zh: `退回数量超过该笔销售尚未退回的 ${unitsOf(left)}`,
    en: `of that sale only ${unitsOf(left)} have not been taken back yet`,
  };
  return new NotPossible('more-than-was-sold', says, '/quantity');
}

export function moreThanWasPaid(paid: Yuan): Invalid {
  const says = {
    zh: `退款超过客户为这些物料所付的 ${paid} 元`,
    en: `no more is refunded than was paid for those pieces, ${paid} yuan`,
  };
  return new Invalid('more-than-was-paid', says, '/refund');
}

export function refundNeedsReason(paid: Yuan): Invalid {
  const says = {
    zh: `退款少于客户为这些物料所付的 ${paid} 元，须写明原因`,
    en: `less is refunded than the ${paid} yuan that were paid for those pieces: say why`,
  };
  return new Invalid('reason-missing', says, '/reason');
}

export function notTheSeller(seller: string): Forbidden {
  return new Forbidden('not-the-seller', {
    zh: `须由销售人（${seller}）本人登录或库房人员接受退货`,
    en: `it is taken back by ${seller}, who sold it, under their own sign-in, or by the stores`,
  });
}

export function asOtherThanAsked(): Invalid {
  const says = {
    zh: '发放的接收方或数量与申请不符',
    en: 'it is issued to somebody else than asked for, or more of it',
  };
  return new Invalid('not-as-requested', says, '/slip');
}

export function notTheGiver(place: string): Forbidden {
  return new Forbidden('not-the-giver', {
    zh: `须由 ${place} 的保管人发出`,
    en: `what is at ${place} is given out by whoever keeps it`,
  });
}

/** @param pointer default: the place that the command is for */
export function intoHands(pointer = '/place'): Invalid {
  const says = {
    zh: '须先入库（库房或车辆），不能直接到人员手中',
    en: 'it goes to a store or a van first, and not into somebody’s hands',
  };
  return new Invalid('into-hands', says, pointer);
}

export function notInHands(pointer: string): Invalid {
  const says = {
    zh: '退料须从人员手中退回；库位之间请用调拨（发放）',
    en: 'only what is in somebody’s hands is returned; between locations it is issued',
  };
  return new Invalid('not-in-hands', says, pointer);
}

export function differsSince(sku: string, place: string): NotPossible {
  return new NotPossible('difference-has-changed', {
    zh: `${place} 的 ${sku} 的差异在结束盘点后有变化，须再次结束盘点后审批`,
    en: `the difference of ${sku} at ${place} is another one since the stocktake was closed: close it again, and approve what it says then`,
  });
}

/** Of two records of one piece the first stands (DOMAIN, decided). */
export function countedSince({ stocktake, countedAt }: ApprovedCount): NotPossible {
  const when = `${localDate(countedAt)} ${localTime(countedAt)}`;
  const says = {
    zh: `盘点 ${stocktake} 于 ${when} 逐件清点并已审批，与此不符：已先登记者为准，请核对时间与序列号`,
    en: `stocktake ${stocktake} looked at each piece at ${when} and was approved, and says otherwise: what was recorded first stands; check the time and the serial numbers`,
  };
  return new NotPossible('counted-since', says, '/occurredAt');
}
