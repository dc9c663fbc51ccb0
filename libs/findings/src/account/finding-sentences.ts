import { chinese, quoted, where, who, type PlainSentences } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { FindingEvent } from '../domain/finding.events.js';
import type { FoundRules } from '../domain/may-be-found.js';
import { findingText, foundUnder } from './finding-words.js';

/** The sentences on findings, for the account of any stream that has some: `{ …, ...findingSentences(found) }`. */
export function findingSentences(rules: FoundRules): PlainSentences<FindingEvent> {
  return {
    FindingRecorded: ({ data }) =>
      recordedSentence(findingText(data, foundUnder(rules, data.code))),
    FindingUpheld: ({ data, actor }) => {
      const by = who(actor);
      const remark = where(
        data.remark,
        chinese`，说明：${quoted(data.remark)}`,
        `, remarking: ${quoted(data.remark)}`,
      );
      return {
        zh: chinese`${by.zh}审核偏差${data.finding}，认定属实${remark.zh}。`,
        en: `${by.en} reviewed finding ${data.finding} and upheld it${remark.en}.`,
      };
    },
    FindingExcused: ({ data, actor }) => {
      const by = who(actor);
      return {
        zh: chinese`${by.zh}审核偏差${data.finding}，予以谅解，理由：${quoted(data.reason)}。`,
        en: `${by.en} reviewed finding ${data.finding} and excused it: ${quoted(data.reason)}.`,
      };
    },
    FindingWithdrawn: ({ data }) => ({
      zh: chinese`撤回偏差${data.finding}：补报的事实表明并非如此。`,
      en: `Withdrew finding ${data.finding}: what was told later shows that it is not so.`,
    }),
    VerdictReopened: ({ data, actor }) => {
      const by = who(actor);
      return {
        zh: chinese`${by.zh}受理申诉，偏差${data.finding}须由他人重新审核：${quoted(data.reason)}。`,
        en: `${by.en} heard an appeal and had finding ${data.finding} reviewed anew by somebody else: ${quoted(data.reason)}.`,
      };
    },
  };
}

/** @param what it is about, as `findingText` says it */
export function recordedSentence(what: Bilingual): Bilingual {
  return { zh: chinese`记录${what.zh}。`, en: `Recorded ${what.en}.` };
}
