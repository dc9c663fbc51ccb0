import { chinese, list, money, onOrAt, quoted, when, where } from '@app/audit/src/words/index.js';
import type { Actor, Bilingual } from '@app/kernel';
import type { EarnersStated, ExtraIncomeReckoned } from '../../domain/ticket/ticket.events.js';
import { employee, type SentenceContext, type Sentences } from '../sentence-context.js';

/** How what was collected came to the company, or did not (D40), and what of it was for extra service (D30). */
export const handoverSentences: Sentences<
  | 'MoneyHandedOver'
  | 'HandOverCorrected'
  | 'MoneyDemandWithdrawn'
  | 'MoneyDemanded'
  | 'MoneyKept'
  | 'EarnersStated'
  | 'ExtraIncomeReckoned'
> = {
  MoneyHandedOver: ({ data, actor }, context) => {
    const by = employee(data.employee, context, actor);
    const to = employee(data.receivedBy, context, actor);
    const amount = money(data.amount);
    return {
      zh: chinese`${by.zh}上交收款${amount.zh}，由${to.zh}签收。`,
      en: `${by.en} handed over ${amount.en}, which ${to.en} received.`,
    };
  },
  HandOverCorrected: ({ data, actor }, context) => {
    const by = employee(actor.onBehalfOf ?? actor.id, context, actor);
    const of = employee(data.employee, context, actor);
    const before = employee(data.employeeBefore, context, actor);
    const [now, then] = [money(data.amount), money(data.amountBefore)];
    const why = quoted(data.reason);
    return {
      zh: chinese`${by.zh}更正第${data.handOver}次上交：由${before.zh}上交${then.zh}改为由${of.zh}上交${now.zh}，原因：${why}。`,
      en: `${by.en} set hand-over ${data.handOver} right: not ${then.en} of ${before.en}, but ${now.en} of ${of.en}: ${why}.`,
    };
  },
  MoneyDemandWithdrawn: ({ data, actor }, context) => {
    const of = employee(data.employee, context, actor);
    const amount = money(data.amount);
    const since = when(data.demandedAt);
    return {
      zh: chinese`撤回${since.zh}对${of.zh}的催缴${amount.zh}：当时已上交。`,
      en: `Of the demand of ${of.en} ${onOrAt(since.en)}, ${amount.en} were withdrawn, as they had been handed over by then.`,
    };
  },
  MoneyDemanded: ({ data, actor }, context) => {
    const of = employee(data.employee, context, actor);
    const amount = money(data.amount);
    const since = when(data.collectedAt);
    return {
      zh: chinese`催缴：${of.zh}${since.zh}前收取的${amount.zh}逾期未上交。`,
      en: `${amount.en} collected by ${of.en} until ${since.en} are overdue, and demanded.`,
    };
  },
  MoneyKept: ({ data, actor }, context) => {
    const of = employee(data.employee, context, actor);
    const amount = money(data.amount);
    const since = when(data.demandedAt);
    return {
      zh: chinese`${since.zh}催缴之后，${of.zh}仍未上交${amount.zh}。`,
      en: `In spite of the demand ${onOrAt(since.en)}, ${of.en} has not handed over ${amount.en}.`,
    };
  },
  EarnersStated: ({ data, actor }, context) => {
    const by = employee(actor.onBehalfOf ?? actor.id, context, actor);
    const whom = earnersOf(data, actor, context);
    const made = where(
      data.parts?.length,
      chinese`，用第${data.parts?.join('、')}项配件`,
      `, made of the parts of entries ${data.parts?.join(', ')}`,
    );
    return {
      zh: chinese`${by.zh}申报额外服务的创收人：${whom.zh}${made.zh}。`,
      en: `${by.en} stated who earned the extra service: ${whom.en}${made.en}.`,
    };
  },
  ExtraIncomeReckoned: ({ data, actor }, context) => {
    const whom = earnersOf(data, actor, context);
    const income = money(data.income);
    return {
      zh: chinese`额外服务收入已及时上交${income.zh}，创收人：${whom.zh}。`,
      en: `Of extra service ${income.en} were handed over in time, earned by ${whom.en}.`,
    };
  },
};

/** `技术员李伟（2 份）、员工王磊（1 份）`; of a single one the parts say nothing. */
function earnersOf(
  { earners, weights }: ExtraIncomeReckoned['data'] | EarnersStated['data'],
  actor: Actor,
  context: SentenceContext,
): Bilingual {
  const alone = earners.length === 1;
  const each = earners.map((id, index) => {
    const named = employee(id, context, actor);
    const weight = weights[index];
    const part = where(!alone, chinese`（${weight}份）`, ` (${weight} of the parts)`);
    return { zh: `${named.zh}${part.zh}`, en: `${named.en}${part.en}` };
  });
  return list(each, { zh: '无', en: 'nobody' });
}
