import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V18: what is taken along is inspected before, so that nobody argues afterwards about the state in which it left. */
export const productIsInspectedFirst = rule<Pick<OnSiteRecord, 'inspection'>>(
  'V18',
  'product-not-inspected',
  {
    zh: '带回产品前须先检查其完好情况',
    en: 'the product is inspected before it is taken along',
  },
  ({ inspection }) => inspection === undefined,
);
