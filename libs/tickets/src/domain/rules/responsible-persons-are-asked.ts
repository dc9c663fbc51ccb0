import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V26: whoever is responsible there is asked whether there is anything else; in a home that may be nobody besides the customer. */
export const responsiblePersonsAreAsked = rule<Pick<OnSiteRecord, 'farewell'>>(
  'V26',
  'responsible-persons-not-asked',
  {
    zh: '未向有关负责人询问是否还有其他问题',
    en: 'the responsible persons were not asked whether there is anything else',
  },
  ({ farewell }) =>
    farewell !== undefined && !farewell.responsiblePersonsAsked && !farewell.nobodyElse,
);
