import { rule } from '@app/policy';
import { hasStudied, type SettingOut } from '../visit/studies.js';

/** V6.1: whoever goes knows the customer's details before setting out, for each visit anew. */
export const customerFileWasReviewed = rule<SettingOut>(
  'V6',
  'file-not-reviewed',
  {
    zh: '出发前未查阅客户档案',
    en: 'the technician did not review the customer file before the departure',
  },
  (out) => !hasStudied('file', out),
);
