import { found } from '../ticket/found.js';

/** What the customer is told unasked (V14, V17), each as soon as it is known. */
export const explanations = [
  found.discrepancyIsExplained,
  found.feeIsExplained,
  found.causeIsExplained,
  found.adviceIsGiven,
  found.externalCauseIsExplained,
];
