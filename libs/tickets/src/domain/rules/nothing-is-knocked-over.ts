import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V20: nothing is knocked over or down, also where it stays whole. */
export const nothingIsKnockedOver = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V20',
  'knocked-over',
  {
    zh: '将物品碰翻、碰掉',
    en: 'something was knocked over or down',
  },
  ({ kind }) => kind === 'knocked-over',
);
