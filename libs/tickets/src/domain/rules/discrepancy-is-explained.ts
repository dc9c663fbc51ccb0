import { rule } from '@app/policy';
import { explainedSince } from '../visit/explanations.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V14: how a discrepancy comes about is explained unasked; one found later asks for another explanation. */
export const discrepancyIsExplained = rule<Pick<OnSiteRecord, 'inspection' | 'explained'>>(
  'V14',
  'discrepancy-not-explained',
  {
    zh: '未向客户解释不符的原因',
    en: 'the discrepancy was not explained to the customer',
  },
  ({ inspection, explained }) =>
    inspection !== undefined &&
    inspection.discrepancies.some((found) => !explainedSince(explained, 'discrepancy', found)),
);
