import {
  chinese,
  inRole,
  money,
  onOrAt,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import { openFindingText } from '@app/findings/src/account/index.js';
import type { Bilingual } from '@app/kernel';
import type { FarewellMade } from '../../domain/ticket/ticket.events.js';
import { hasArrived, suspensionOf } from '../../domain/visit/visit.state.js';
import { wishText } from './appointment.js';
import { handoverSentences } from './handover.js';
import { METHODS } from './payment-methods.js';
import { owedText } from './owed.js';
import { signedBy, signs } from './on-site.js';
import { employee, entered, type Sentences } from '../sentence-context.js';

const SATISFACTION = {
  1: { zh: '很不满意', en: 'very dissatisfied' },
  2: { zh: '不满意', en: 'dissatisfied' },
  3: { zh: '一般', en: 'neither satisfied nor dissatisfied' },
  4: { zh: '满意', en: 'satisfied' },
  5: { zh: '非常满意', en: 'very satisfied' },
} as const;

/** Paper, money and farewell. */
export const farewellSentences: Sentences<
  | 'ServiceRecordSigned'
  | 'SignatureRefused'
  | 'ChargeCollected'
  | 'ChargeWaived'
  | 'ChargeRefunded'
  | 'MoneyHandedOver'
  | 'HandOverCorrected'
  | 'MoneyDemandWithdrawn'
  | 'MoneyDemanded'
  | 'MoneyKept'
  | 'EarnersStated'
  | 'ExtraIncomeReckoned'
  | 'ReceiptIssued'
  | 'CustomerCopyHandedOver'
  | 'CardLeft'
  | 'FarewellMade'
  | 'ApologyMade'
  | 'TechnicianLeft'
  | 'VisitCompleted'
> = {
  ServiceRecordSigned: ({ data, actor }, context) => {
    const by = entered(actor, context);
    const signer = signedBy(data.signature);
    const mark = SATISFACTION[data.satisfaction];
    const more = where(
      data.suggestions,
      chinese`，建议：${quoted(data.suggestions)}`,
      `, suggesting: ${quoted(data.suggestions)}`,
    );
    return {
      zh: chinese`${signer.zh}在服务记录上${signs(data.signature).zh}，评价：${mark.zh}（${data.satisfaction}分，满分 5 分）${more.zh}${by.zh}。`,
      en: `${signer.en} ${signs(data.signature).en} the service record, ${mark.en} (${data.satisfaction} of 5)${more.en}${by.en}.`,
    };
  },
  SignatureRefused: ({ data }) => ({
    zh: chinese`客户拒绝签字，理由：${quoted(data.reason)}。`,
    en: `The customer refused to sign: ${quoted(data.reason)}.`,
  }),
  ChargeCollected: ({ data, actor }, context) => {
    const by = employee(data.collectedBy, context, actor);
    const amount = money(data.amount);
    const method = METHODS[data.method];
    const rest = where(
      data.restAgreed,
      chinese`，余款约定：${quoted(data.restAgreed)}`,
      `; of the rest it was agreed: ${quoted(data.restAgreed)}`,
    );
    return {
      zh: chinese`${by.zh}收取费用${amount.zh}，${method.zh}${rest.zh}。`,
      en: `${by.en} collected ${amount.en} ${method.en}${rest.en}.`,
    };
  },
  ChargeWaived: ({ data, actor }) => {
    const by = who(actor);
    const amount = money(data.amount);
    const of =
      data.line === undefined
        ? { zh: '', en: '' }
        : { zh: `报价第${data.line}项的`, en: ` of line ${data.line} of the quote` };
    return {
      zh: chinese`${by.zh}决定免收${of.zh}${amount.zh}，理由：${quoted(data.reason)}。`,
      en: `${by.en} waived ${amount.en}${of.en}, because: ${quoted(data.reason)}.`,
    };
  },
  ChargeRefunded: ({ data, actor }, context) => {
    const by = employee(data.refundedBy, context, actor);
    const amount = money(data.amount);
    const method = METHODS[data.method];
    return {
      zh: chinese`${by.zh}退还${amount.zh}，${method.zh}，退款凭证号码${data.receipt}，理由：${quoted(data.reason)}。`,
      en: `${by.en} refunded ${amount.en} ${method.en}, receipt ${data.receipt}, because: ${quoted(data.reason)}.`,
    };
  },
  ...handoverSentences,
  ReceiptIssued: ({ data, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}开具收费凭证，号码${data.number}，金额${data.amount}元。`,
      en: `${by.en} issued receipt ${data.number} for ${data.amount} yuan.`,
    };
  },
  CustomerCopyHandedOver: ({ actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}将维修单的客户留存联交给客户。`,
      en: `${by.en} handed over the customer's copy of the repair order.`,
    };
  },
  CardLeft: ({ actor }) => {
    const by = who(actor);
    return { zh: chinese`${by.zh}留下名片。`, en: `${by.en} left a card.` };
  },
  FarewellMade: ({ data, actor }) => {
    const by = who(actor);
    const asked = othersAsked(data);
    return {
      zh: chinese`${by.zh}向客户告别，${asked.zh}，客户${data.customerContent ? '满意' : '不满意'}。`,
      en: `${by.en} said farewell; ${asked.en}, and the customer was ${data.customerContent ? 'content' : 'not content'}.`,
    };
  },
  ApologyMade: ({ actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}就产品故障给客户带来的不便致歉。`,
      en: `${by.en} apologised for the inconvenience caused by the product's fault.`,
    };
  },
  TechnicianLeft: ({ data, actor, occurredAt }, { visit }) => {
    const by = who(actor);
    const wish = wishText(data.customerWishes);
    const resumeAt = visit && suspensionOf(visit)?.resumeAt;
    const back = resumeAt && when(resumeAt, occurredAt);
    const until = back
      ? { zh: chinese`，约定${back.zh}返回`, en: `, to come back ${onOrAt(back.en)}` }
      : { zh: '，还将返回', en: ', to come back' };
    const returning = where(data.returning, until.zh, until.en);
    const { awaits = '' } = data;
    const other = inRole(awaits, 'technician');
    const awaited = where(
      awaits,
      chinese`；${other.zh}${back ? `约定${back.zh}返回` : '还将返回'}`,
      `; ${other.en} is to come back${back ? ` ${onOrAt(back.en)}` : ''}`,
    );
    const stays = where(data.technician, '，其他人员仍在现场', ', while others stayed');
    return {
      zh: chinese`${by.zh}离开现场${stays.zh}${returning.zh}${awaited.zh}${wish.zh}。`,
      en: `${by.en} left the site${stays.en}${returning.en}${awaited.en}${wish.en}.`,
    };
  },
  VisitCompleted: ({ data, actor }, { visit }) => {
    const by = who(actor);
    const open = openFindingText(data.openFindings);
    const rest = owedText(data);
    const worked = visit !== undefined && hasArrived(visit) && visit.workStarted;
    return {
      zh: chinese`${by.zh}${worked ? '确认这次上门的手续齐全' : '结束这次上门，没有维修作业'}${rest.zh}${open.zh}。`,
      en: `${by.en} completed the visit, ${worked ? 'its paper in order' : 'on which no work was done'}${rest.en}${open.en}.`,
    };
  },
};

/** Whether somebody responsible besides the customer was asked whether there is anything else (V26). */
function othersAsked({ responsiblePersonsAsked, nobodyElse }: FarewellMade['data']): Bilingual {
  if (nobodyElse) {
    return {
      zh: '现场除客户外没有其他负责人',
      en: 'nobody besides the customer is responsible there',
    };
  }
  return responsiblePersonsAsked
    ? {
        zh: '询问了有关负责人是否还有其他问题',
        en: 'the responsible persons were asked whether there was anything else',
      }
    : {
        zh: '未询问有关负责人是否还有其他问题',
        en: 'the responsible persons were not asked whether there was anything else',
      };
}
