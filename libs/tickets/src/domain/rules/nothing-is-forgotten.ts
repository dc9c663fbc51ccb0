import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V20: nothing is mislaid or left behind. */
export const nothingIsForgotten = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V20',
  'things-forgotten',
  {
    zh: '丢三落四，遗忘物品',
    en: 'things were mislaid or forgotten',
  },
  ({ kind }) => kind === 'things-forgotten',
);
