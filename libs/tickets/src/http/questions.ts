import { DomainError, Forbidden, NotFound, type Bilingual } from '@app/kernel';

/**
 * What the device should ask the person whose step was refused although it has happened, so that it
 * can be told so that it is stored. By the refusal's code; of one that is not listed, by its kind.
 */
const BY_CODE: Readonly<Record<string, Bilingual>> = {
  'occurred-too-early': {
    zh: '此步骤究竟何时发生？是否还有前面的步骤没有上报？',
    en: 'When did it really happen? Is a step before it still to be told?',
  },
  'occurred-too-late': {
    zh: '此步骤究竟何时发生？它应在其后的步骤之前。',
    en: 'When did it really happen? It lies before the step that follows it.',
  },
  'occurred-after-leaving': {
    zh: '此步骤究竟何时发生？离开的时间登记得对吗？',
    en: 'When did it really happen? Is the time of the leaving right?',
  },
  'clock-ahead': {
    zh: '设备的时钟是否准确？此步骤究竟何时发生？',
    en: 'Is the clock of the device right? When did it really happen?',
  },
  'labour-overlaps': {
    zh: '这段工时从几点到几点？与哪张工单的工时重叠？',
    en: 'From when until when was the work? Which other hours does it overlap?',
  },
  'hours-overlap': {
    zh: '这段工时从几点到几点？与哪张工单的工时重叠？',
    en: 'From when until when was the work? Which other hours does it overlap?',
  },
  'charge-without-receipt': {
    zh: '开具的收费凭证号码是多少？',
    en: 'What is the number of the receipt that was given?',
  },
  'record-unsigned': {
    zh: '客户签字了吗？若拒签，原因是什么？',
    en: 'Did the customer sign? If they refused, why?',
  },
  'discrepancy-unanswered': {
    zh: '客户对异常签字了吗？',
    en: 'Did the customer sign for what was found?',
  },
  'ticket-cancelled': {
    zh: '客户当时是怎么说的？工单已取消，请与办公室核对。',
    en: 'What had the customer agreed? The ticket was cancelled: ask the office.',
  },
  'receipt-number-used': {
    zh: '收费凭证上的号码是多少？所报的号码已用过。',
    en: 'Which number is on the receipt? The one told was used before.',
  },
  'custody-slip-used': {
    zh: '保管单上的号码是多少？所报的号码已用过。',
    en: 'Which number is on the custody slip? The one told was used before.',
  },
  'signature-used-before': {
    zh: '这一次的签字图像是哪一张？所报的图像已用过。',
    en: 'Which image is of this signature? The one told was used before.',
  },
  'work-not-started': {
    zh: '维修是几点开始的？请先补报开始维修。',
    en: 'When did the work start? Tell that first.',
  },
  'work-suspended': {
    zh: '维修是几点继续的？请先补报继续维修。',
    en: 'When did the work go on? Tell that first.',
  },
};

/** By the field that was to blame. */
const BY_POINTER: Readonly<Record<string, Bilingual>> = {
  '/amount': {
    zh: '实际金额是多少？与客户签字的报价及已收金额是否相符？',
    en: 'How much was it really? Does it agree with the quote that was signed, and with what was paid?',
  },
  '/span': {
    zh: '这段时间从几点到几点？',
    en: 'From when until when was it?',
  },
  '/window': {
    zh: '与客户约定的是几点到几点？',
    en: 'From when until when was agreed with the customer?',
  },
  '/newArrival': {
    zh: '告知客户的新到场时间是几点？',
    en: 'Which new hour was the customer told?',
  },
  '/told/at': {
    zh: '何时告知客户的？',
    en: 'When was the customer told?',
  },
};

const UNKNOWN: Bilingual = {
  zh: '编号是否正确？请核对工单、上门次序、凭证或配件的编号。',
  en: 'Is the number right? Check that of the ticket, visit, document or part.',
};
const ANOTHERS: Bilingual = {
  zh: '此步骤是谁做的？请由本人补报。',
  en: 'Who did it? Let them tell it themselves.',
};

/** What to ask about a step that was refused for good; undefined where it was no refusal of the domain. */
export function questionFor(refusal: unknown): Bilingual | undefined {
  if (!(refusal instanceof DomainError)) return undefined;
  const byCode = BY_CODE[refusal.code];
  if (byCode) return byCode;
  if (refusal instanceof NotFound) return UNKNOWN;
  if (refusal instanceof Forbidden) return ANOTHERS;
  return BY_POINTER[fieldOf(refusal)] ?? asSaid(refusal.says);
}

/** `/span` of `/span/from`; a field that has a question of its own stands for itself. */
function fieldOf({ pointer = '' }: DomainError): string {
  return pointer in BY_POINTER ? pointer : pointer.split('/').slice(0, 2).join('/');
}

/** The refusal's own words, and what to do about it. */
function asSaid({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `${zh}。实际情况如何？请向本人核对后重新上报。`,
    en: `It cannot be stored: ${en}. What was it really? Tell it again, put right.`,
  };
}
