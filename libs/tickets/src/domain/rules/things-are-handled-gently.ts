import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V20: things are handled gently; nothing is damaged. */
export const thingsAreHandledGently = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V20',
  'damage',
  {
    zh: '维修中损坏物品',
    en: 'something was damaged',
  },
  ({ kind }) => kind === 'damage',
);
