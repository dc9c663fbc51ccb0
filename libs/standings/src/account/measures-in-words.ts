import { list } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { Measure } from '../domain/edition/clause.js';

const MEASURES: Readonly<Record<Measure, Bilingual>> = {
  commendation: { zh: '嘉奖', en: 'commendation' },
  merit: { zh: '记功', en: 'merit' },
  'major-merit': { zh: '记大功', en: 'major merit' },
  warning: { zh: '警告', en: 'warning' },
  demerit: { zh: '记过', en: 'demerit' },
  'major-demerit': { zh: '记大过', en: 'major demerit' },
  transfer: { zh: '调离', en: 'transfer' },
  removal: { zh: '解职', en: 'removal from post' },
  dismissal: { zh: '解雇', en: 'dismissal' },
  absence: { zh: '以旷职论处', en: 'counted as absent' },
  'legal-action': { zh: '依法提出诉讼', en: 'legal action' },
  'income-share': { zh: '创收奖励', en: 'share of the net income' },
};

/** `以旷职论处、记过`. */
export function inWords(measures: readonly Measure[]): Bilingual {
  return list(
    measures.map((each) => MEASURES[each]),
    { zh: '无', en: 'none' },
  );
}

/** What is proposed or decided; nothing is where figures were corrected, and nothing comes in the place of the act. */
export function whatFollows(measures: readonly Measure[]): Bilingual {
  if (measures.length > 0) return inWords(measures);
  return { zh: '撤回所更正的处理', en: 'the act that it corrects is taken back' };
}
