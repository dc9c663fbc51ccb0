import { chinese, when, type PlainSentences } from '@app/audit/src/words/index.js';
import type { TermEvent } from '../domain/complaint.events.js';
import { TERMS } from './complaint-words.js';

/** Until when the customer is apologised to and answered, and whether that was kept. */
export const termSentences: PlainSentences<TermEvent> = {
  ComplaintTermSet: ({ data: { term, due, awaits }, occurredAt }) => {
    const { zh, en } = TERMS[term];
    if (due === undefined)
      return {
        zh: chinese`${zh}期限待${awaits}年工作日历公布后确定。`,
        en: `The term to ${en} is known once the working calendar of ${awaits ?? ''} is published.`,
      };
    const at = when(due, occurredAt);
    return { zh: chinese`须于${at.zh}前${zh}。`, en: `The term to ${en} runs until ${at.en}.` };
  },
  ComplaintTermWarned: ({ data: { term, due }, occurredAt }) => {
    const [{ zh, en }, at] = [TERMS[term], when(due, occurredAt)];
    return {
      zh: chinese`提醒：${zh}期限将于${at.zh}届满。`,
      en: `A warning: the term to ${en} runs out at ${at.en}.`,
    };
  },
  ComplaintTermKept: ({ data: { term } }) => ({
    zh: chinese`按期${TERMS[term].zh}。`,
    en: `The term to ${TERMS[term].en} was kept.`,
  }),
  ComplaintTermMissed: ({ data: { term, due }, occurredAt }) => {
    const [{ zh, en }, at] = [TERMS[term], when(due, occurredAt)];
    return {
      zh: chinese`未按期${zh}，期限为${at.zh}。`,
      en: `The term to ${en} was missed; it ran out at ${at.en}.`,
    };
  },
};
