import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V9: what the customer’s rooms ask for is kept to, such as no shoes and no smoking. */
export const customersRoomsAreRespected = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V9',
  'rooms-disrespected',
  {
    zh: '未遵守客户的环境要求（如换鞋、禁烟）',
    en: 'what the customer’s surroundings ask for was disregarded, such as shoes off or no smoking',
  },
  ({ kind }) => kind === 'rooms-disrespected',
);
