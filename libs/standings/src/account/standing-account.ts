import {
  chinese,
  inRole,
  list,
  plainAccount,
  quoted,
  when,
  where,
  who,
} from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { Judged } from '../domain/evaluation/evaluation.events.js';
import type { CaseOpened, StandingEvent } from '../domain/standing.events.js';
import { inWords } from './measures-in-words.js';
import { openingActsAccount } from './opening-account.js';
import { signed } from './signed.js';

/** How an employee's year is told. */
export const standingAccount = plainAccount<StandingEvent>(
  {
    CaseOpened: opened,
    CaseVerified: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}查实第${data.case}案：${quoted(data.result)}。`,
      en: `${who(actor).en} verified case ${data.case}: ${quoted(data.result)}.`,
    }),
    CaseDropped: ({ data, actor }) => {
      const why = because(data);
      return {
        zh: chinese`${who(actor).zh}撤去第${data.case}案${why.zh}。`,
        en: `${who(actor).en} dropped case ${data.case}${why.en}.`,
      };
    },
    ActProposed: ({ data, actor }) => {
      const until = data.hearingUntil === undefined ? undefined : when(data.hearingUntil);
      const grave = where(
        data.gravity,
        chinese`，情节严重：${quoted(data.gravity)}`,
        `, grave: ${quoted(data.gravity)}`,
      );
      const hearing = where(until, chinese`，陈述期至${until?.zh}`, `, hearing until ${until?.en}`);
      return {
        zh: chinese`${who(actor).zh}提议第${data.case}案${inWords(data.measures).zh}${grave.zh}${hearing.zh}。`,
        en: `${who(actor).en} proposed in case ${data.case}: ${inWords(data.measures).en}${grave.en}${hearing.en}.`,
      };
    },
    EmployeeHeard: ({ data, actor }) => ({
      zh: chinese`第${data.case}案的陈述（${who(actor).zh}）：${quoted(data.statement)}。`,
      en: `Heard in case ${data.case} (${who(actor).en}): ${quoted(data.statement)}.`,
    }),
    ActDecided: ({ data, actor }) => {
      const end = when(data.appealUntil);
      const points = where(
        data.points !== 0,
        chinese`（${signed(data.points)}分）`,
        ` (${signed(data.points)} points)`,
      );
      const paid = where(data.share, chinese`，奖励${data.share}元`, `, ${data.share} yuan`);
      return {
        zh: chinese`${who(actor).zh}决定第${data.case}案${inWords(data.measures).zh}${points.zh}${paid.zh}；可于${end.zh}前向总经理申诉。`,
        en: `${who(actor).en} decided in case ${data.case}: ${inWords(data.measures).en}${points.en}${paid.en}; it can be appealed against to the general manager before ${end.en}.`,
      };
    },
    TransferOrdered: ({ data }) => ({
      zh: chinese`第${data.case}案：自${data.from}起调往${DEPARTMENTS[data.department].zh}。`,
      en: `Case ${data.case}: transferred to ${DEPARTMENTS[data.department].en} from ${data.from} on.`,
    }),
    SuccessorNamed: ({ data }) => ({
      zh: chinese`第${data.case}案：其部属、复核与审批由${inRole(data.successor).zh}接任。`,
      en: `Case ${data.case}: ${inRole(data.successor).en} takes over subordinates, reviews and approvals.`,
    }),
    ActDeclined: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}对第${data.case}案不予处理，条件不成立：${quoted(data.condition)}。`,
      en: `${who(actor).en} declined an act in case ${data.case}, as a condition does not hold: ${quoted(data.condition)}.`,
    }),
    AppealFiled: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}就第${data.case}案申诉：${quoted(data.grounds)}。`,
      en: `${who(actor).en} appealed in case ${data.case}: ${quoted(data.grounds)}.`,
    }),
    ActRevoked: ({ data, actor }) => {
      const why = because(data);
      return {
        zh: chinese`${who(actor).zh}撤销第${data.case}案的处理${why.zh}。`,
        en: `${who(actor).en} revoked the act of case ${data.case}${why.en}.`,
      };
    },
    ActReduced: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}将第${data.case}案减轻为${inWords(data.measures).zh}：${quoted(data.reason)}。`,
      en: `${who(actor).en} reduced the act of case ${data.case} to ${inWords(data.measures).en}: ${quoted(data.reason)}.`,
    }),
    AppealRejected: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}驳回第${data.case}案的申诉：${quoted(data.reason)}。`,
      en: `${who(actor).en} rejected the appeal in case ${data.case}: ${quoted(data.reason)}.`,
    }),
    SharePaid: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}发放第${data.case}案的创收奖励${data.amount}元。`,
      en: `${who(actor).en} paid ${data.amount} yuan for case ${data.case}.`,
    }),
    PeriodEvaluated: ({ data: { period, edition, judged } }) => ({
      zh: chinese`考核 ${period}（版本${edition}）：${evaluated(judged).zh}。`,
      en: `${period} was evaluated (edition ${edition}): ${evaluated(judged).en}.`,
    }),
    ...openingActsAccount,
    ShortageRecorded: ({ data: { stocktake, at, amount } }) => ({
      zh: chinese`盘点${stocktake}（${when(at).zh}）：所保管的商品短少${amount}元，未作说明。`,
      en: `Stocktake ${stocktake} (${when(at).en}): goods worth ${amount} yuan were missing of those in their charge, and unexplained.`,
    }),
    YearClosed: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}结算${data.year}年度。`,
      en: `${who(actor).en} closed the year ${data.year}.`,
    }),
    YearReopened: ({ data, actor }) => ({
      zh: chinese`${who(actor).zh}重开${data.year}年度：${quoted(data.reason)}。`,
      en: `${who(actor).en} reopened the year ${data.year}: ${quoted(data.reason)}.`,
    }),
  },
  ['employee', 'reporter', 'opinionBy', 'reportsTo', 'successor'],
);

const DEPARTMENTS = {
  sales: { zh: '零配件营业部', en: 'sales' },
  repair: { zh: '维修部', en: 'repair' },
  office: { zh: '办公室', en: 'office' },
} as const;

function opened({ data, actor }: CaseOpened): Bilingual {
  const { says } = data.judgedBy.clause;
  const named = `${data.article}.${data.clause}`;
  const subject = inRole(data.employee);
  const from = where(
    data.because && !data.causedBy,
    chinese`，由第${data.because?.join('、')}案引起`,
    `, brought about by case ${data.because?.join(', ')}`,
  );
  const replaces = where(
    data.replaces,
    chinese`，更正第${data.replaces}案`,
    `, which corrects case ${data.replaces}`,
  );
  const by = where(
    data.reporter,
    chinese`，报告人${data.reporter}`,
    `, reported by ${data.reporter}`,
  );
  return {
    zh: chinese`${who(actor).zh}就${subject.zh}立第${data.case}案（${named}，${says.zh}，版本${data.judgedBy.edition}）${by.zh}${from.zh}${replaces.zh}：${quoted(data.facts)}。`,
    en: `${who(actor).en} opened case ${data.case} about ${subject.en} (${named}, ${says.en}, edition ${data.judgedBy.edition})${by.en}${from.en}${replaces.en}: ${quoted(data.facts)}.`,
  };
}

function because({
  reason,
  because: cause,
  opinionBy,
  corrected,
  replacedBy,
}: {
  readonly reason?: string;
  readonly because?: number;
  readonly opinionBy?: string;
  readonly corrected?: true;
  readonly replacedBy?: number;
}): Bilingual {
  const from = where(
    cause,
    chinese`，因第${cause}案的处理已撤销`,
    `, as the act of case ${cause} was revoked`,
  );
  const why = where(reason, chinese`：${quoted(reason)}`, `: ${quoted(reason)}`);
  const on = where(
    opinionBy,
    chinese`，据${opinionBy}的书面意见`,
    `, on the written opinion of ${opinionBy}`,
  );
  const figures = where(corrected, '，因数字已更正', ', as figures were corrected');
  const by = where(
    replacedBy,
    chinese`，由第${replacedBy}案更正`,
    `, as case ${replacedBy} corrects it`,
  );
  return {
    zh: `${from.zh}${figures.zh}${by.zh}${on.zh}${why.zh}`,
    en: `${from.en}${figures.en}${by.en}${on.en}${why.en}`,
  };
}

/** Each clause that the figures were held against. */
function evaluated(judged: readonly Judged[]): Bilingual {
  return list(
    judged.map(({ clause, figures, holds }) => {
      const each = figures.map(({ period, target, result }) => `${period} ${result}/${target}`);
      return {
        zh: chinese`${clause}${holds ? '成立' : '不成立'}（${each.join('、')}）`,
        en: `${clause} ${holds ? 'holds' : 'does not hold'} (${each.join(', ')})`,
      };
    }),
    { zh: '没有指标', en: 'no targets' },
  );
}
