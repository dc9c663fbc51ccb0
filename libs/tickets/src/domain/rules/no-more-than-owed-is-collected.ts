import { rule } from '@app/policy';
import { fen } from '@app/kernel';
import { owed } from '../visit/money.js';
import { exceedsQuote, type Collection } from './quote-is-not-exceeded.js';

/** V23: what a supervisor has waived is not collected, although the customer had signed it. */
export const noMoreThanOwedIsCollected = {
  ...rule<Collection>(
    'V23',
    'charge-above-owed',
    {
      zh: '收费超过客户尚欠的金额',
      en: 'the amount exceeds what the customer still owes',
      whenFound: {
        zh: '收费超过客户当时尚欠的金额',
        en: 'more was collected than the customer still owed',
      },
    },
    (collection) =>
      !exceedsQuote(collection) && fen(collection.amount) > fen(owed(collection.visit.money)),
  ),
  saysOf: ({ visit: { money } }: Collection) => ({
    zh: `收费超过客户尚欠的金额（${owed(money)} 元）`,
    en: `the amount exceeds the ${owed(money)} yuan that the customer still owes`,
  }),
};
