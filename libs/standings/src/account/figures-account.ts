import {
  chinese,
  list,
  plainAccount,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import { approved, entered } from './opening-in-words.js';
import type { Days } from '../domain/figures/days.js';
import type {
  FiguresEvent,
  FiguresProposed,
  MonthAmount,
} from '../domain/figures/figures.events.js';
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

const SET: Bilingual = { zh: '下达', en: 'set' };
const ADJUSTED: Bilingual = { zh: '登记', en: 'recorded' };

function confirmed(proposal: number): Bilingual {
  return {
    zh: chinese`确认第${proposal}笔手工数字：`,
    en: `confirmed number ${proposal} by hand:`,
  };
}

function targetsInWords({
  of,
  months,
}: {
  readonly of: Target;
  readonly months: readonly MonthAmount[];
}): Bilingual {
  const amounts = months.map(({ month, amount }) => `${month} ${amount}`);
  return {
    zh: chinese`${TARGETS[of].zh} ${amounts.join('、')}`,
    en: `the ${TARGETS[of].en}: ${amounts.join(', ')}`,
  };
}

function adjustmentInWords({
  of,
  month,
  amount,
}: MonthAmount & { readonly of: Result }): Bilingual {
  const more = amount.startsWith('-') ? amount : `+${amount}`;
  return {
    zh: chinese`${month} ${RESULTS[of].zh}更正 ${more}`,
    en: `${RESULTS[of].en} of ${month} put right by ${more}`,
  };
}

function leaveInWords({ from, until }: Days): Bilingual {
  return { zh: chinese`请假 ${from} 至 ${until}`, en: `leave from ${from} to ${until}` };
}

function withdrawalInWords({ leave, from, until }: Days & { readonly leave: number }): Bilingual {
  return {
    zh: chinese`撤回第${leave}次请假（${from} 至 ${until}）`,
    en: `leave ${leave} (${from} to ${until}) to be withdrawn`,
  };
}

function proposalInWords({
  targets,
  adjustment,
  leave,
  withdraws,
}: FiguresProposed['data']): Bilingual {
  if (targets) return targetsInWords(targets);
  if (adjustment) return adjustmentInWords(adjustment);
  return withdraws ? withdrawalInWords(withdraws) : leaveInWords(leave!);
}

/** Before leave had to be confirmed it was recorded at once. */
function byWhich(proposal: number | undefined): Bilingual {
  return where(
    proposal,
    chinese`确认第${proposal}笔手工录入，`,
    `confirmed number ${proposal} by hand, and `,
  );
}

/** How an employee's figures of a year are told. */
export const figuresAccount = plainAccount<FiguresEvent>({
  TargetsSet: ({ data: { of, months, reason, proposal }, actor }) => {
    const said = targetsInWords({ of, months });
    const late = where(
      reason,
      chinese`（月份开始后下达：${quoted(reason)}）`,
      ` (after the month had begun: ${quoted(reason)})`,
    );
    const verb = proposal === undefined ? SET : confirmed(proposal);
    return {
      zh: chinese`${who(actor).zh}${verb.zh}${said.zh}${late.zh}。`,
      en: `${who(actor).en} ${verb.en} ${said.en}${late.en}.`,
    };
  },
  FiguresProposed: ({ data, actor }) => {
    const { proposal, reason } = data;
    const said = proposalInWords(data);
    return {
      zh: chinese`${who(actor).zh}手工录入第${proposal}笔：${said.zh}，${quoted(reason)}；待他人确认。`,
      en: `${who(actor).en} entered figures by hand, number ${proposal}: ${said.en}, ${quoted(reason)}; it waits for somebody else to confirm it.`,
    };
  },
  FiguresRefused: ({ data: { proposal, reason }, actor }) => ({
    zh: chinese`${who(actor).zh}不予确认第${proposal}笔手工数字：${quoted(reason)}。`,
    en: `${who(actor).en} refused the figures by hand number ${proposal}: ${quoted(reason)}.`,
  }),
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
  ResultAdjusted: ({ data, actor }) => {
    const said = adjustmentInWords(data);
    const verb = data.proposal === undefined ? ADJUSTED : confirmed(data.proposal);
    return {
      zh: chinese`${who(actor).zh}${verb.zh}${said.zh}：${quoted(data.reason)}。`,
      en: `${who(actor).en} ${verb.en} ${said.en}: ${quoted(data.reason)}.`,
    };
  },
  LeaveRecorded: ({ data: { leave, from, until, reason, proposal }, actor }) => ({
    zh: chinese`${who(actor).zh}${byWhich(proposal).zh}登记第${leave}次请假，${from} 至 ${until}：${quoted(reason)}。`,
    en: `${who(actor).en} ${byWhich(proposal).en}recorded leave ${leave}, ${from} to ${until}: ${quoted(reason)}.`,
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
  LeaveWithdrawn: ({ data: { leave, reason, proposal }, actor }) => ({
    zh: chinese`${who(actor).zh}${byWhich(proposal).zh}撤回第${leave}次请假：${quoted(reason)}。`,
    en: `${who(actor).en} ${byWhich(proposal).en}withdrew leave ${leave}: ${quoted(reason)}.`,
  }),
});
