import { enforceOrFind, recordFindings, withdrawFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOwnVisit, visitOf } from '../ticket/preconditions.js';
import type { CorrectPreparation } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { asOf, nothingCorrected, requireCorrectableTicket } from '../visit/correction.js';
import { preparationRules } from '../visit/preparation-rules.js';

const FIELDS = ['badge', 'uniform', 'tools', 'parts'] as const;

/**
 * What was put down as made ready is set right (V3, V4, V5); what was found missing is judged by what
 * the preparation says now.
 */
export function correctPreparation(
  command: CorrectPreparation,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireCorrectableTicket(command, ticket);
  const { visit: number, reason, ...said } = command.data;
  const visit = visitOf(open, number);
  requireOwnVisit(command, visit);
  if (!visit.preparation) {
    throw new NotPossible('visit-not-prepared', {
      zh: '本次上门没有登记准备，无可更正',
      en: 'no preparation of the visit was put down that could be corrected',
    });
  }
  const { at, changedAt, ...before } = visit.preparation;
  notBefore(command, changedAt);
  const now = { ...before, ...said };
  if (FIELDS.every((field) => JSON.stringify(now[field]) === JSON.stringify(before[field]))) {
    throw nothingCorrected();
  }
  const then = asOf(command, at);
  const hands = { tools: now.tools, toolsInHand: command.known.toolsInHand };
  const missing = [
    ...broken(preparationRules, { ready: now, needed: open.analysis }),
    ...enforceOrFind(then, [found.toolsAreInHand], hands),
  ];
  const rules = [...preparationRules, found.toolsAreInHand];
  const kept = rules.filter(({ code }) => !missing.some((each) => each.code === code));
  const data = { visit: number, ...now, before, reason };
  const event = happened(command, 'PreparationCorrected', data, ['V3', 'V4', 'V5']);
  const about = { visit: number, person: visit.technician };
  return [
    event,
    ...withdrawFindings(command, open, { rules: kept, place: { visit: number }, since: at }, event),
    ...recordFindings(then, open, missing, about),
  ];
}
