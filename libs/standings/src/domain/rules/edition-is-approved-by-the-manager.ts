import { rule } from '@app/policy';

/** D42: an edition, and every amendment of it, takes effect once the general manager has approved it. */
export const editionIsApprovedByTheManager = rule<{ readonly role: string }>(
  'D42',
  'edition-not-approved-by-manager',
  { zh: '须由总经理批准', en: 'the general manager approves it' },
  ({ role }) => role !== 'general-manager',
);
