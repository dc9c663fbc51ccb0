import { rule } from '@app/policy';
import { fen } from '@app/kernel';
import { takesMoreThanOwed, type Collection } from '../visit/collection.js';
import { notDone, owed } from '../visit/money.js';

/** V23: what a supervisor has waived, or what was not done, is not collected, although the customer had signed it. */
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
    takesMoreThanOwed,
  ),
  saysOf: ({ bill }: Collection) => {
    const [rest, undone] = [owed(bill), notDone(bill)];
    const because = fen(undone) > 0n;
    return {
      zh: `收费超过客户尚欠的金额（${rest} 元）${because ? `；报价中有 ${undone} 元未做，不收` : ''}`,
      en: `the amount exceeds the ${rest} yuan that the customer still owes${because ? `; ${undone} yuan of the quote was not done, and is not charged` : ''}`,
    };
  },
};
