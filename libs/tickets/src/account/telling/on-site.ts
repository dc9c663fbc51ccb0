import {
  chinese,
  duration,
  list,
  plural,
  quoted,
  where,
  who,
  money,
} from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { CustomerAbsent } from '../../domain/ticket/ticket.events.js';
import type { Signature } from '../../domain/ticket/ticket.values.js';
import { wishText } from './appointment.js';
import { quoteLine } from './quote.js';
import { entitlementChecked } from './entitlement.js';
import { explanationGiven } from './explanation.js';
import { entered, type Sentences } from '../sentence-context.js';

const CONDUCT = {
  'gift-taken': { zh: '接受吃喝或馈赠', en: 'taking a meal, a drink or a gift' },
  'belongings-touched': { zh: '随意触碰物品', en: "touching the customer's belongings" },
  gossip: { zh: '随意评论', en: 'gossip' },
  damage: { zh: '损坏物品', en: 'damage' },
  'moved-about': { zh: '随意走动', en: 'moving about without being shown where to go' },
  'rooms-disrespected': {
    zh: '不遵守客户环境要求',
    en: "disregarding what the customer's surroundings ask for",
  },
  'things-forgotten': { zh: '丢三落四', en: 'forgetting or mislaying things' },
  'knocked-over': { zh: '碰翻、碰掉物品', en: 'knocking things over or down' },
  rudeness: { zh: '对客户无礼', en: 'rudeness to the customer' },
} as const;

/** What becomes of the appointment when nobody was there. */
function afterAbsence({ technician, stands }: CustomerAbsent['data']) {
  if (stands)
    return {
      zh: '；未到约定时间，原约仍然有效',
      en: ' It was before the agreed hour: the appointment stands.',
    };
  return technician === undefined
    ? { zh: '；须另约时间', en: ' A new appointment has to be made.' }
    : { zh: '；其后由他人见到客户', en: ' Another of the visit met the customer later.' };
}

/** From the greeting to the signed quote. */
export const onSiteSentences: Sentences<
  | 'CustomerAbsent'
  | 'CustomerGreeted'
  | 'FaultDescribed'
  | 'ConductIncidentRecorded'
  | 'EntitlementChecked'
  | 'ConsentGiven'
  | 'IntegrityInspected'
  | 'DiscrepancyAcknowledged'
  | 'ExplanationGiven'
  | 'ExternalCauseFound'
  | 'ExternalCauseWithdrawn'
  | 'ChargeAcknowledged'
> = {
  CustomerAbsent: ({ data, actor }) => {
    const by = who(actor);
    const waited = duration(data.waitedMinutes);
    const { called, noteLeft } = data;
    const next = afterAbsence(data);
    return {
      zh: chinese`客户不在，${by.zh}等候${waited.zh}后离开，联系方式：${quoted(called)}，${noteLeft ? '已' : '未'}留下字条${next.zh}。`,
      en: `The customer was not there; ${by.en} left after waiting ${waited.en}, having called: ${quoted(called)}; ${noteLeft ? 'a note was left' : 'no note was left'}.${next.en}`,
    };
  },
  CustomerGreeted: ({ data, actor }) => {
    const by = who(actor);
    const { introduced, credentialsShown } = data;
    return {
      zh: chinese`${by.zh}问候客户，${introduced ? '作了' : '未作'}自我介绍，${credentialsShown ? '出示了' : '未出示'}证件。`,
      en: `${by.en} greeted the customer, ${introduced ? 'introduced themselves' : 'gave no introduction'} and ${credentialsShown ? 'showed' : 'did not show'} credentials.`,
    };
  },
  FaultDescribed: ({ data, actor }) => {
    const by = who(actor);
    return {
      zh: chinese`${by.zh}询问客户故障的情况，客户说：${quoted(data.words)}。`,
      en: `Asked by ${by.en} about the fault, the customer said: ${quoted(data.words)}.`,
    };
  },
  ConductIncidentRecorded: ({ data, actor }) => {
    const by = who(actor);
    const kind = CONDUCT[data.kind];
    const photos = photographs(data.photos);
    return {
      zh: chinese`${by.zh}记录行为不当（${kind.zh}），由${data.reportedBy}反映，涉及技术员${data.technician}：${quoted(data.description)}${photos.zh}。`,
      en: `${by.en} recorded a conduct incident (${kind.en}) reported by ${data.reportedBy}, of technician ${data.technician}: ${quoted(data.description)}${photos.en}.`,
    };
  },
  EntitlementChecked: entitlementChecked,
  ConsentGiven: ({ data: { by, phone, clause, customerWishes }, actor }, context) => {
    if (clause)
      return {
        zh: chinese`${by}已按合同${clause.contract}的紧急条款事先同意开始服务，费用以${clause.upTo}元为限。`,
        en: `${by} agreed to the work beforehand, by the emergency clause of contract ${clause.contract}, up to ${clause.upTo} yuan.`,
      };
    const wish = wishText(customerWishes);
    const wrote = entered(actor, context);
    const call = where(
      phone,
      chinese`（${phone?.relationship}）通过电话${phone?.number}`,
      ` (${phone?.relationship}), by phone under ${phone?.number},`,
    );
    return {
      zh: chinese`${by}${call.zh}同意开始服务${wish.zh}${wrote.zh}。`,
      en: `${by}${call.en} agreed to the work${wish.en}${wrote.en}.`,
    };
  },
  IntegrityInspected: ({ data, actor }) => {
    const by = who(actor);
    const { partsComplete, tamperingSigns, note } = data;
    const noted = where(
      note,
      chinese`；售后服务单注明：${quoted(note)}`,
      `; noted on the service order: ${quoted(note)}`,
    );
    const photos = photographs(data.photos);
    return {
      zh: chinese`${by.zh}检查产品：部件${partsComplete ? '齐全' : '不齐全'}，${tamperingSigns ? '有' : '没有'}人为破坏痕迹${noted.zh}${photos.zh}。`,
      en: `${by.en} inspected the product: parts ${partsComplete ? 'complete' : 'not complete'}, ${tamperingSigns ? 'signs' : 'no signs'} of tampering${noted.en}${photos.en}.`,
    };
  },
  DiscrepancyAcknowledged: ({ data, actor }, context) => {
    const by = entered(actor, context);
    const signer = signedBy(data.signature);
    return {
      zh: chinese`${signer.zh}${signs(data.signature).zh}确认不符之处${by.zh}。`,
      en: `${signer.en} ${signs(data.signature).en} for the discrepancy${by.en}.`,
    };
  },
  ExplanationGiven: explanationGiven,
  ExternalCauseFound: ({ data, actor }) => {
    const by = who(actor);
    const signed = causeSigned(data.signature);
    return {
      zh: chinese`${by.zh}发现故障并非本公司产品所致：${quoted(data.cause)}，${data.noted ? '已' : '未'}在售后服务单上注明，${signed.zh}。`,
      en: `${by.en} found a cause that is not the company's: ${quoted(data.cause)}; ${data.noted ? 'noted' : 'not noted'} on the service order; ${signed.en}.`,
    };
  },
  ExternalCauseWithdrawn: ({ data, actor }, context) => {
    const by = entered(actor, context);
    return {
      zh: chinese`${by.zh}撤回所记的非本公司原因：${quoted(data.reason)}，为此所列的收费不再计收。`,
      en: `${by.en} withdrew the cause that had been recorded as not the company's: ${quoted(data.reason)}; what was charged for it is charged no longer.`,
    };
  },
  ChargeAcknowledged: ({ data, actor }, context) => {
    const by = entered(actor, context);
    const signer = signedBy(data.signature);
    const total = money(data.total);
    const lines = list(data.quote.lines.map(quoteLine), { zh: '', en: '' });
    return {
      zh: chinese`${signer.zh}${signs(data.signature).zh}认可报价：${lines.zh}；应付合计${total.zh}${by.zh}。`,
      en: `${signer.en} ${signs(data.signature).en} the quote: ${lines.en}; to pay together ${total.en}${by.en}.`,
    };
  },
};

/** Who signed, and as what. */
export function signedBy({ name, role }: Signature): Bilingual {
  return role === 'customer'
    ? { zh: chinese`客户${name}`, en: `The customer ${name}` }
    : { zh: chinese`客户方负责人${name}`, en: `The customer's responsible person ${name}` };
}

/** Whether the cause was signed for itself (V17). */
function causeSigned(signature: Signature | undefined): Bilingual {
  if (!signature) return { zh: '客户未签字确认', en: 'the customer did not sign it' };
  const { name } = signature;
  const act = signs(signature);
  return { zh: chinese`${signedBy(signature).zh}已${act.zh}确认`, en: `${act.en} by ${name}` };
}

/** Who signed that a product changed hands (V18); nothing where nobody did, which a finding tells. */
export function handedOver(signature?: Signature): Bilingual {
  if (!signature) return { zh: '', en: '' };
  const { zh, en } = signs(signature);
  return {
    zh: chinese`，${signature.name}${zh}`,
    en: `; ${en} by ${signature.name}`,
  };
}

/** By hand, or with the stamp of an organisation. */
export function signs({ stamp }: Signature): Bilingual {
  return stamp ? { zh: '盖章', en: 'stamped' } : { zh: '签字', en: 'signed' };
}

/** Photos are kept as files; the account only says that there are some. */
export function photographs(photos: readonly string[]): Bilingual {
  return where(
    photos.length > 0,
    chinese`，附照片${photos.length}张`,
    `, with ${plural(photos.length, 'photo')}`,
  );
}
