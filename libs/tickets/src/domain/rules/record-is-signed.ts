import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V22: the record of work done is signed by the customer, or says why it is not. */
export const recordIsSigned = rule<
  Pick<OnSiteRecord, 'workStarted' | 'signed' | 'signatureRefused'>
>(
  'V22',
  'record-unsigned',
  {
    zh: '有维修作业，服务记录须经客户签字或注明拒签',
    en: 'work was done, and the record is neither signed nor its refusal noted',
  },
  ({ workStarted, signed, signatureRefused }) => workStarted && !signed && !signatureRefused,
);
