import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V10: no meals, drinks or gifts. */
export const noGiftIsTaken = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V10',
  'gift-taken',
  {
    zh: '接受客户吃喝或馈赠',
    en: 'a meal, drink or gift was taken',
  },
  ({ kind }) => kind === 'gift-taken',
);
