import { recordDeeds } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOwnVisit, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { preparationRules } from '../visit/preparation-rules.js';
import { departureOf, notAfterDeparture, settingOut } from '../visit/setting-out.js';
import type { Depart } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The technician sets out. What should have been done before and was not is found now (V3–V6), by
 * when it was done: a file that was reviewed only on the way was not reviewed before the departure.
 */
export function depart(command: Depart, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const planned = settingOut(command, open);
  const { visit, technician, preparation } = planned;
  requireOwnVisit(command, planned);
  if (departureOf(planned) !== undefined) {
    throw new NotPossible('already-departed', {
      zh: '已登记出发',
      en: 'the departure was recorded before',
    });
  }
  notBefore(command, open.openedAt);
  notAfterDeparture(command, planned);
  inOrder(command, planned);
  const before = { ...open, departedAt: command.occurredAt };
  const findings = [
    ...broken([found.customerFileWasReviewed, found.faultWasAnalysed], before),
    ...(preparation ? [] : broken(preparationRules, { needed: open.analysis })),
  ];
  return [
    happened(command, 'TechnicianDeparted', { visit }, ['V7']),
    ...recordDeeds(command, open, findings, { visit, person: technician }),
  ];
}
