import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V27: the company is sorry for the trouble that its own product made. */
export const companyApologises = rule<Pick<OnSiteRecord, 'repair' | 'apologised'>>(
  'V27',
  'apology-not-made',
  {
    zh: '公司产品故障，未向客户致歉',
    en: 'the fault was of our product, and nobody apologised',
  },
  ({ repair, apologised }) => repair?.cause === 'company-product' && !apologised,
);
