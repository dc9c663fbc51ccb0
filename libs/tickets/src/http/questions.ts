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
  'work-not-started': {
    zh: '维修是几点开始的？请先补报开始维修。',
    en: 'When did the work start? Tell that first.',
  },
  'work-suspended': {
    zh: '维修是几点继续的？请先补报继续维修。',
    en: 'When did the work go on? Tell that first.',
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
const DATA: Bilingual = {
  zh: '所填内容与已登记的不符，请向本人核对后重新上报。',
  en: 'It does not fit what is recorded. What was it really? Tell it again, put right.',
};

/** What to ask about a step that was refused for good; undefined where it was no refusal of the domain. */
export function questionFor(refusal: unknown): Bilingual | undefined {
  if (!(refusal instanceof DomainError)) return undefined;
  const byCode = BY_CODE[refusal.code];
  if (byCode) return byCode;
  if (refusal instanceof NotFound) return UNKNOWN;
  if (refusal instanceof Forbidden) return ANOTHERS;
  return DATA;
}
