import { recordFindings } from '@app/findings';
import { broken, enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import { preparationRules } from '../visit/preparation-rules.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { toolsAreInHand } from '../rules/tools-are-in-hand.js';
import type { PrepareVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** Badge, working clothes, tools and parts before setting out; each one missing is a finding (V3, V4, V5). */
export function prepareVisit(command: PrepareVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { data, known } = command;
  const planned = visitAt(open, data.visit, 'scheduled');
  const { visit, technician, prepared } = planned;
  requireOwnVisit(command, planned);
  notBefore(command, open.openedAt);
  inOrder(command, planned);
  if (prepared) {
    throw new NotPossible('visit-already-prepared', {
      zh: '本次上门已准备',
      en: 'the visit was prepared before',
    });
  }
  enforce([toolsAreInHand], { tools: data.tools, toolsInHand: known.toolsInHand });
  const preparation = { ready: data, needed: open.analysis };
  return [
    happened(command, 'VisitPrepared', data, ['V3', 'V4', 'V5']),
    ...recordFindings(command, open, broken(preparationRules, preparation), {
      visit,
      person: technician,
    }),
  ];
}
