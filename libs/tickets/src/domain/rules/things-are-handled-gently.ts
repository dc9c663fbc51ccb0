import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V20: gently, in order and tidily; nothing is knocked over. */
export const thingsAreHandledGently = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V20',
  'damage',
  {
    zh: '维修中碰翻、碰掉或损坏物品',
    en: 'something was knocked over or damaged',
  },
  ({ kind }) => kind === 'damage',
);
