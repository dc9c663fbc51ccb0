import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V10: no remarks on the customer, the home or others. */
export const nobodyGossips = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V10',
  'gossip',
  {
    zh: '随意评论',
    en: 'there was gossip',
  },
  ({ kind }) => kind === 'gossip',
);
