import { chinese, inRole, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { articleTitle } from '@app/policy';
import type {
  ComplaintCause,
  ComplaintChannel,
  ComplaintEnd,
  ComplaintTerm,
  PointSaid,
  RemedyKind,
} from '../domain/complaint.values.js';

export const CHANNELS: Readonly<Record<ComplaintChannel, Bilingual>> = {
  phone: { zh: '电话', en: 'by phone' },
  letter: { zh: '来信', en: 'by letter' },
  visit: { zh: '当面', en: 'in person' },
  web: { zh: '网上', en: 'on the web' },
  'follow-up': { zh: '回访', en: 'in answer to a follow-up' },
};

export const CAUSES: Readonly<Record<ComplaintCause, Bilingual>> = {
  conduct: { zh: '服务态度', en: 'conduct' },
  lateness: { zh: '不守时', en: 'lateness' },
  workmanship: { zh: '维修质量', en: 'workmanship' },
  charge: { zh: '收费', en: 'the charge' },
  damage: { zh: '损坏物品', en: 'damage' },
  neglect: { zh: '无人负责', en: 'neglect' },
  integrity: { zh: '廉洁自律', en: 'integrity' },
  product: { zh: '产品质量', en: 'the product' },
  other: { zh: '其他', en: 'something else' },
};

export const REMEDIES: Readonly<Record<RemedyKind, Bilingual>> = {
  redo: { zh: '重新维修', en: 'to do the work again' },
  refund: { zh: '退款', en: 'a refund' },
  replacement: { zh: '更换', en: 'a replacement' },
  apology: { zh: '书面道歉', en: 'an apology in writing' },
  compensation: { zh: '补偿', en: 'a compensation' },
};

export const ENDS: Readonly<Record<ComplaintEnd, Bilingual>> = {
  answered: { zh: '已答复客户', en: 'the customer was answered' },
  anonymous: { zh: '匿名投诉，已查明', en: 'it was judged, and is anonymous' },
  withdrawn: { zh: '客户撤回', en: 'the customer withdrew it' },
  unreachable: { zh: '多次联系不上客户', en: 'the customer could not be reached' },
};

export const TERMS: Readonly<Record<ComplaintTerm, Bilingual>> = {
  acknowledge: { zh: '致歉', en: 'apologise to the customer' },
  answer: { zh: '答复', en: 'answer the customer' },
};

/** `服务态度（员工李伟）`. */
export function pointInWords({ about, employee }: PointSaid): Bilingual {
  const { zh, en } = CAUSES[about];
  const person = employee === undefined ? undefined : inRole(employee);
  const of = where(person, chinese`（${person?.zh}）`, ` (${person?.en ?? ''})`);
  return { zh: `${zh}${of.zh}`, en: `${en}${of.en}` };
}

/** `[D39]私用在修车辆`. */
export function clauseInWords(article: string): Bilingual {
  return {
    zh: `[${article}]${articleTitle(article, 'zh')}`,
    en: `[${article}] ${articleTitle(article, 'en')}`,
  };
}
