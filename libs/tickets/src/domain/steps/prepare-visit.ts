import { enforceOrFind, recordFindings, withdrawFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { notBefore, requireOwnVisit, requireTicketOfFact } from '../ticket/preconditions.js';
import { preparationRules } from '../visit/preparation-rules.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { found } from '../ticket/found.js';
import type { PrepareVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { notAfterDeparture, settingOut } from '../visit/setting-out.js';

/**
 * Badge, working clothes, tools and parts before setting out; each one missing is a finding (V3, V4,
 * V5). Told only after the departure, it withdraws what was found missing there and was ready.
 */
export function prepareVisit(command: PrepareVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { data, known } = command;
  const planned = settingOut(command, open);
  const { visit, technician, ready: before } = planned;
  requireOwnVisit(command, planned);
  notBefore(command, open.openedAt);
  notAfterDeparture(command, planned);
  inOrder(command, planned);
  if (before) {
    throw new NotPossible('visit-already-prepared', {
      zh: '本次上门已准备',
      en: 'the visit was prepared before',
    });
  }
  const hands = { tools: data.tools, toolsInHand: known.toolsInHand };
  const missing = broken(preparationRules, { ready: data, needed: open.analysis });
  const event = happened(command, 'VisitPrepared', data, ['V3', 'V4', 'V5']);
  const about = { visit, person: technician };
  const ready = preparationRules.filter((rule) => !missing.includes(rule));
  const carried = enforceOrFind(command, [found.toolsAreInHand], hands);
  return [
    event,
    ...recordFindings(command, open, [...missing, ...carried], about),
    ...withdrawFindings(command, open, { rules: ready, place: { visit } }, event),
  ];
}
