import { chinese, money, onOrAt, when } from '@app/audit/src/words/index.js';
import { employee, type Sentences } from '../sentence-context.js';

/** How what was collected came to the company, or did not (D40). */
export const handoverSentences: Sentences<'MoneyHandedOver' | 'MoneyDemanded' | 'MoneyKept'> = {
  MoneyHandedOver: ({ data, actor }, context) => {
    const by = employee(data.employee, context, actor);
    const to = employee(data.receivedBy, context, actor);
    const amount = money(data.amount);
    return {
      zh: chinese`${by.zh}上交收款${amount.zh}，由${to.zh}签收。`,
      en: `${by.en} handed over ${amount.en}, which ${to.en} received.`,
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
};
