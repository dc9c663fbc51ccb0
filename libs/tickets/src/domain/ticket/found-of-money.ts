import { afterWarrantyAtCost } from '../rules/after-warranty-at-cost.js';
import { chargeIsCollected } from '../rules/charge-is-collected.js';
import { chargeIsSigned } from '../rules/charge-is-signed.js';
import { coverBearsItsPart } from '../rules/cover-bears-its-part.js';
import { externalChargeHasItsCause } from '../rules/external-charge-has-its-cause.js';
import { feeIsExplained } from '../rules/fee-is-explained.js';
import { freeLineIsCovered } from '../rules/free-line-is-covered.js';
import { lowerQuoteIsASupervisors } from '../rules/lower-quote-is-a-supervisors.js';
import { noMoreThanOwedIsCollected } from '../rules/no-more-than-owed-is-collected.js';
import { quoteCoversWhatWasCollected } from '../rules/quote-covers-what-was-collected.js';
import { quoteIsNotExceeded } from '../rules/quote-is-not-exceeded.js';
import { workDoneIsCharged } from '../rules/work-done-is-charged.js';

/** The rules of what a visit costs whose breaking is written down (B2, V17, V23). */
export const ofMoney = {
  afterWarrantyAtCost,
  chargeIsCollected,
  chargeIsSigned,
  coverBearsItsPart,
  externalChargeHasItsCause,
  feeIsExplained,
  freeLineIsCovered,
  lowerQuoteIsASupervisors,
  noMoreThanOwedIsCollected,
  quoteCoversWhatWasCollected,
  quoteIsNotExceeded,
  workDoneIsCharged,
};
