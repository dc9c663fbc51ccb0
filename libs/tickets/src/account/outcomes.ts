import type { Bilingual } from '@app/kernel';
import type { TicketOutcome } from '../domain/ticket/ticket.values.js';

/** How a ticket ended, as its account says it. */
export const OUTCOMES: Readonly<Record<TicketOutcome, Bilingual>> = {
  restored: { zh: '问题已解决', en: 'the problem is solved' },
  declined: { zh: '客户不再需要，未修结束', en: 'the customer no longer wants it' },
  unrepairable: { zh: '无法修复', en: 'it cannot be repaired' },
  'not-signed': { zh: '客户不签字，未修结束', en: 'the customer does not sign' },
  'no-access': { zh: '客户两次不在，未修结束', en: 'nobody was there twice in a row' },
  'refused-service': { zh: '客户拒绝服务，未修结束', en: 'the customer refuses the service' },
};
