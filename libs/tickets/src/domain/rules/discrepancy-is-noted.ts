import { rule } from '@app/policy';
import type { IntegrityInspected } from '../ticket/ticket.events.js';

/** V13: what does not agree is noted on the service order at once. */
export const discrepancyIsNoted = rule<
  Pick<IntegrityInspected['data'], 'partsComplete' | 'tamperingSigns' | 'note'>
>(
  'V13',
  'discrepancy-not-noted',
  {
    zh: '检查不符，须在售后服务单上注明',
    en: 'what was found not to be in order must be noted on the service order',
    whenFound: {
      zh: '检查不符，未在售后服务单上注明',
      en: 'what was found not to be in order was not noted on the service order',
    },
  },
  ({ partsComplete, tamperingSigns, note }) => (!partsComplete || tamperingSigns) && !note?.trim(),
);
