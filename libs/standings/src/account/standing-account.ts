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
import type { StandingEvent } from '../domain/standing.events.js';
import { opened } from './case-opened.js';
import { DEPARTMENTS } from './departments.js';
import { inWords, whatFollows } from './measures-in-words.js';
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
        zh: chinese`${who(actor).zh}对第${data.case}案撤案${why.zh}。`,
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
        zh: chinese`${who(actor).zh}提议第${data.case}案${whatFollows(data.measures).zh}${grave.zh}${hearing.zh}。`,
        en: `${who(actor).en} proposed in case ${data.case}: ${whatFollows(data.measures).en}${grave.en}${hearing.en}.`,
      };
    },
    EmployeeHeard: ({ data: { case: number, statement, evidence }, actor }) => {
      const said = quoted(statement);
      return evidence
        ? {
            zh: chinese`${who(actor).zh}据本人签字的书面陈述，代录第${number}案的陈述：${said}。`,
            en: `${who(actor).en} took down the statement in case ${number} from paper that the employee signed: ${said}.`,
          }
        : {
            zh: chinese`${who(actor).zh}就第${number}案陈述：${said}。`,
            en: `${who(actor).en} made a statement in case ${number}: ${said}.`,
          };
    },
    ActDecided: ({ data, actor }) => {
      const end = when(data.appealUntil);
      const points = where(
        data.points !== 0,
        chinese`（${signed(data.points)}分）`,
        ` (${signed(data.points)} points)`,
      );
      const paid = where(data.share, chinese`，奖励${data.share}元`, `, ${data.share} yuan`);
      return {
        zh: chinese`${who(actor).zh}决定第${data.case}案${whatFollows(data.measures).zh}${points.zh}${paid.zh}；可于${end.zh}前向总经理申诉。`,
        en: `${who(actor).en} decided in case ${data.case}: ${whatFollows(data.measures).en}${points.en}${paid.en}; it can be appealed against to the general manager before ${end.en}.`,
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
    AppealFiled: ({ data: { case: number, grounds, paper }, actor }) => {
      const why = quoted(grounds);
      return paper
        ? {
            zh: chinese`${who(actor).zh}代录本人就第${number}案的书面申诉，${paper.cameInOn}收到：${why}。`,
            en: `${who(actor).en} entered the employee’s appeal in case ${number}, which came in on paper on ${paper.cameInOn}: ${why}.`,
          }
        : {
            zh: chinese`${who(actor).zh}就第${number}案申诉：${why}。`,
            en: `${who(actor).en} appealed in case ${number}: ${why}.`,
          };
    },
    ActRevoked: ({ data, actor }) => {
      const why = because(data);
      return {
        zh: chinese`${who(actor).zh}撤销第${data.case}案的处理${why.zh}。`,
        en: `${who(actor).en} revoked the act of case ${data.case}${why.en}.`,
      };
    },
    ActReduced: ({ data, actor }) => {
      const why = because(data);
      return {
        zh: chinese`${who(actor).zh}将第${data.case}案减轻为${inWords(data.measures).zh}${why.zh}。`,
        en: `${who(actor).en} reduced the act of case ${data.case} to ${inWords(data.measures).en}${why.en}.`,
      };
    },
    AppealRejected: ({ data, actor }) => {
      const why = because(data);
      return {
        zh: chinese`${who(actor).zh}驳回第${data.case}案的申诉${why.zh}。`,
        en: `${who(actor).en} rejected the appeal in case ${data.case}${why.en}.`,
      };
    },
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
    ProfitNoted: ({ data: { case: number, by } }) => ({
      zh: chinese`第${number}案的采用已获利，另立${by.year}年度第${by.case}案。`,
      en: `The adoption of case ${number} has brought its profit: case ${by.case} of ${by.year}.`,
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
  ['employee', 'reporter', 'opinionBy', 'reportsTo', 'successor', 'causedBy.employee'],
);

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
