import { enforceOrFind, recordFindings, withdrawFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { notBefore, requireOwnVisit, requireTicketOfFact } from '../ticket/preconditions.js';
import { aloneIn } from '../visit/crew.js';
import { readyOf } from '../visit/own-way.js';
import { ownPreparationRules, preparationRules } from '../visit/preparation-rules.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { found } from '../ticket/found.js';
import type { PrepareVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { notAfterDeparture, setsOutAlone, settingOut } from '../visit/setting-out.js';

/**
 * Badge, working clothes, tools and parts before setting out; each one missing is a finding (V3, V4,
 * V5). Told only after the departure, it withdraws what was found missing there and was ready. Each
 * prepares for themself; the lists are those of the responsible technician.
 */
export function prepareVisit(command: PrepareVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { data, known } = command;
  const planned = settingOut(command, open);
  const { visit, technician } = planned;
  const alone = aloneIn(command, planned);
  const person = alone ?? technician;
  requireOwnVisit(command, planned);
  notBefore(command, open.openedAt);
  notAfterDeparture(command, planned, setsOutAlone(command, planned));
  inOrder(command, planned);
  if (readyOf(planned, person)) {
    throw new NotPossible('visit-already-prepared', {
      zh: '本次上门已准备',
      en: 'the visit was prepared before',
    });
  }
  const rules = alone === undefined ? preparationRules : ownPreparationRules;
  const hands = { tools: data.tools, toolsInHand: known.toolsInHand };
  const missing = broken(rules, { ready: data, needed: open.analysis });
  const said = { ...data, ...(alone !== undefined && { technician: alone }) };
  const event = happened(command, 'VisitPrepared', said, ['V3', 'V4', 'V5']);
  const ready = rules.filter((rule) => !missing.includes(rule));
  const carried = enforceOrFind(command, [found.toolsAreInHand], hands);
  const about = { visit, person };
  return [
    event,
    ...recordFindings(command, open, [...missing, ...carried], about),
    ...withdrawFindings(command, open, { rules: ready, place: about }, event),
  ];
}
