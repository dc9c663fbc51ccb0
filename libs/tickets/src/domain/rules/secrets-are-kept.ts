import { rule } from '@app/policy';
import type { ExplanationGiven } from '../ticket/ticket.events.js';

/** V15: what the company keeps to itself is politely declined. */
export const secretsAreKept = rule<Pick<ExplanationGiven['data'], 'confidential' | 'declined'>>(
  'V15',
  'confidential-told',
  {
    zh: '将公司保密的内容告知客户',
    en: 'a confidential matter was told',
  },
  ({ confidential, declined }) => confidential && !declined,
);
