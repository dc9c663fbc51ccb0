import { aggregate, internal } from '@app/aggregates';
import { chinese, plainAccount, where } from '@app/audit/src/words/index.js';
import {
  promiseDecider,
  promiseEvents,
  promiseStreams,
  type ContractPromised,
} from './domain/promises.js';

/** What contracts promise a customer: it is written along with contracts, and nobody writes to it alone (ADR 40). */
export const promises = aggregate({
  streams: promiseStreams,
  decider: promiseDecider,
  events: promiseEvents,
  commands: internal,
  account: plainAccount<ContractPromised>({
    ContractPromised: ({ data: { customer, contract, terms } }) => {
      const [first, last] = [terms[0]?.from, terms.at(-1)?.until];
      const span = where(first, chinese`，${first}至${last}`, `, from ${first} until ${last}`);
      return {
        zh: chinese`合同${contract}对客户${customer}的承诺由此生效${span.zh}。`,
        en: `Contract ${contract} promises customer ${customer} its terms${span.en}.`,
      };
    },
  }),
});
