import { chinese, list, plainAccount, quoted, when, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { approved, entered } from './opening-in-words.js';
import type { FiguresEvent } from '../domain/figures/figures.events.js';
import type { Result, Target } from '../domain/figures/figures.values.js';

const TARGETS: Readonly<Record<Target, Bilingual>> = {
  sales: { zh: '销售目标（元）', en: 'sales target (yuan)' },
  quota: { zh: '工时定额（小时）', en: 'quota (hours)' },
  'basic-hours': { zh: '基本工时指标（小时）', en: 'basic hours' },
};
const RESULTS: Readonly<Record<Result, Bilingual>> = {
  sales: { zh: '销售额（元）', en: 'sales (yuan)' },
  hours: { zh: '工时（小时）', en: 'hours' },
};

/** How an employee's figures of a year are told. */
export const figuresAccount = plainAccount<FiguresEvent>({
  TargetsSet: ({ data: { of, months }, actor }) => {
    const amounts = months.map(({ month, amount }) => `${month} ${amount}`);
    return {
      zh: chinese`${who(actor).zh}下达${TARGETS[of].zh}：${amounts.join('、')}。`,
      en: `${who(actor).en} set the ${TARGETS[of].en}: ${amounts.join(', ')}.`,
    };
  },
  ResultCounted: ({ data: { of, month, amount, source } }) => ({
    zh: chinese`${month} ${RESULTS[of].zh}计入${amount}（${source.stream}，${source.entry}）。`,
    en: `${amount} counted for the ${RESULTS[of].en} of ${month} (${source.stream}, ${source.entry}).`,
  }),
  AbsenceCounted: ({ data: { case: number, span } }) => ({
    zh: chinese`第${number}案以旷职论处：${when(span.from).zh} 至 ${when(span.until).zh} 的工时不计入定额。`,
    en: `Counted absent by case ${number}: hours from ${when(span.from).en} to ${when(span.until).en} count for no quota.`,
  }),
  AbsenceLifted: ({ data: { case: number } }) => ({
    zh: chinese`第${number}案的旷职已撤销：其间的工时重新计入。`,
    en: `The absence of case ${number} was revoked: hours within it count again.`,
  }),
  ResultAdjusted: ({ data: { of, month, amount, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}更正 ${month} ${RESULTS[of].zh}，加计${amount}：${quoted(reason)}。`,
    en: `${who(actor).en} adjusted the ${RESULTS[of].en} of ${month} by ${amount}: ${quoted(reason)}.`,
  }),
  LeaveRecorded: ({ data: { leave, from, until, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}登记第${leave}次请假，${from} 至 ${until}：${quoted(reason)}。`,
    en: `${who(actor).en} recorded leave ${leave}, ${from} to ${until}: ${quoted(reason)}.`,
  }),
  OpeningFiguresEntered: ({ data, actor }) => {
    const said = entered(data);
    const each = data.figures.map(({ of, period, target, result }) => ({
      zh: chinese`${period} ${TARGETS[of].zh} ${target}，实绩 ${result}`,
      en: `${period} ${TARGETS[of].en} ${target}, reached ${result}`,
    }));
    const all = list(each, { zh: '无', en: 'none' });
    return {
      zh: chinese`${who(actor).zh}${said.zh}：${all.zh}；待总经理批准。`,
      en: `${who(actor).en} ${said.en}: ${all.en}; it waits for the general manager.`,
    };
  },
  OpeningFiguresApproved: ({ data: { entry, corrects }, actor }) => {
    const said = approved(entry, corrects);
    return {
      zh: chinese`${who(actor).zh}${said.zh}。`,
      en: `${who(actor).en} ${said.en}.`,
    };
  },
  LeaveWithdrawn: ({ data: { leave, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}撤回第${leave}次请假：${quoted(reason)}。`,
    en: `${who(actor).en} withdrew leave ${leave}: ${quoted(reason)}.`,
  }),
});
