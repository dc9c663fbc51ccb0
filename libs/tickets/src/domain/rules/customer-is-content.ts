import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V26: one leaves when the customer is content and lets one go. */
export const customerIsContent = rule<Pick<OnSiteRecord, 'farewell'>>(
  'V26',
  'customer-not-content',
  {
    zh: '未得到客户满意允许即离开',
    en: 'the technician left a customer who was not content',
  },
  ({ farewell }) => farewell !== undefined && !farewell.customerContent,
);
