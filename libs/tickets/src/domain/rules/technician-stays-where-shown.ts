import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V9: inside, the technician goes where the customer shows, and nowhere else. */
export const technicianStaysWhereShown = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V9',
  'moved-about',
  {
    zh: '未经客户示意随意走动',
    en: 'the technician moved about without being shown where to go',
  },
  ({ kind }) => kind === 'moved-about',
);
