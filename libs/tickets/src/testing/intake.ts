import type { KnownSite, SlaTerms } from '../domain/ticket/ticket.commands.js';

/** A customer's site, as the file has it. */
export const SITE: KnownSite = {
  name: '东湖大厦物业',
  phone: '0571-8000001',
  address: '东湖路 1 号',
  landmark: '东湖音乐喷泉',
  quietHours: [{ from: '22:00', until: '07:00' }],
};

/** What the policy gives a customer without hours and terms of their own. */
export const POLICY_HOURS = [{ from: '12:00', until: '14:00' }];
export const POLICY_TERMS: SlaTerms = {
  terms: 'default',
  edition: '2026.1',
  warnPercent: 75,
  response: 120,
  restoration: 240,
};
