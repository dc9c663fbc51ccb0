import { rule } from '@app/policy';
import type { CustomerGreeted } from '../ticket/ticket.events.js';

/** V8: whoever comes shows that they are who they say. */
export const credentialsAreShown = rule<Pick<CustomerGreeted['data'], 'credentialsShown'>>(
  'V8',
  'credentials-not-shown',
  {
    zh: '问候时未出示证件',
    en: 'no credentials were shown',
  },
  ({ credentialsShown }) => !credentialsShown,
);
