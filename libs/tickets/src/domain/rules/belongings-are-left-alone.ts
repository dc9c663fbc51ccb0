import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V10: what belongs to the customer is not touched without need. */
export const belongingsAreLeftAlone = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V10',
  'belongings-touched',
  {
    zh: '随意触碰客户的物品',
    en: 'the belongings of the customer were touched',
  },
  ({ kind }) => kind === 'belongings-touched',
);
