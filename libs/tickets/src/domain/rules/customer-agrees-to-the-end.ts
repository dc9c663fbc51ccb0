import { rule } from '@app/policy';
import type { ResolveTicket } from '../ticket/ticket.commands.js';

/** R10: what cannot be repaired is scrapped or replaced, and only where the customer agrees. */
export const customerAgreesToTheEnd = rule<
  Pick<ResolveTicket['data'], 'outcome' | 'agreedBy' | 'disposal'>
>(
  'R10',
  'unrepairable-without-agreement',
  {
    zh: '无法修复的产品，须写明报废还是更换，以及客户方由谁同意',
    en: 'of what cannot be repaired it is said whether it is scrapped or replaced, and who agreed',
  },
  ({ outcome, agreedBy, disposal }) => outcome === 'unrepairable' && (!agreedBy || !disposal),
);
