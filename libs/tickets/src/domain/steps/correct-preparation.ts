import {
  enforceOrFind,
  findingsAfter,
  recordFindings,
  withdrawFindings,
  type Found,
} from '@app/findings';
import { broken, NotPossible, type Command, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOwnVisit, visitOf } from '../ticket/preconditions.js';
import type { CorrectPreparation } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { asOf, nothingCorrected, requireCorrectableTicket } from '../visit/correction.js';
import { doerOf } from '../visit/crew.js';
import { readyOf } from '../visit/own-way.js';
import { ownPreparationRules, packingRules, preparationRules } from '../visit/preparation-rules.js';
import type { Visit } from '../visit/visit.state.js';
import { neededAt, type Readiness } from '../visit/preparation.js';
import { departureJudged } from '../visit/judged-departure.js';

/** What is found of a preparation, as it is put down and as somebody sets out with it. */
const rules = [...preparationRules, ...packingRules, found.toolsAreInHand];
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
  const person = whosePreparation(command, visit);
  const alone = person === visit.technician ? undefined : person;
  const put = readyOf(visit, person);
  if (!put) {
    throw new NotPossible('visit-not-prepared', {
      zh: '本次上门没有登记准备，无可更正',
      en: 'no preparation of the visit was put down that could be corrected',
    });
  }
  const { at, changedAt, ...before } = put;
  notBefore(command, changedAt);
  const now = { ...before, ...said };
  if (FIELDS.every((field) => JSON.stringify(now[field]) === JSON.stringify(before[field]))) {
    throw nothingCorrected();
  }
  const then = asOf(command, at);
  const hands = { tools: now.tools, toolsInHand: command.known.toolsInHand };
  const missing = [
    ...broken(alone ? ownPreparationRules : preparationRules, {
      ready: now,
      needed: open.analysis,
    }),
    ...enforceOrFind(then, [found.toolsAreInHand], hands),
  ];
  const departedAt = departureJudged(visit, person);
  const unpacked = alone || departedAt === undefined ? [] : unpackedAt(departedAt, open, now);
  const kept = rules.filter(
    ({ code }) => ![...missing, ...unpacked].some((each) => each.code === code),
  );
  const data = { visit: number, ...(alone && { technician: alone }), ...now, before, reason };
  const event = happened(command, 'PreparationCorrected', data, ['V3', 'V4', 'V5']);
  const about = { visit: number, person };
  const atOnce = recordFindings(then, open, missing, about);
  const findings = atOnce.reduce<typeof open.findings>(findingsAfter, open.findings);
  const onLeaving = { ...command, occurredAt: departedAt ?? at };
  return [
    event,
    ...withdrawFindings(command, open, { rules: kept, place: about, since: at }, event),
    ...atOnce,
    ...recordFindings(onLeaving, { findings }, unpacked, about),
  ];
}

/** Of the others only who put down a preparation of their own sets that right; all else is of the responsible technician's. */
export function whosePreparation(command: Command, visit: Visit): string {
  const doer = doerOf(command, visit);
  return readyOf(visit, doer) ? doer : visit.technician;
}

/** What the analysis by the departure asked for, and was not taken along. */
function unpackedAt(departedAt: Instant, open: OpenedTicket, ready: Readiness): Found[] {
  return broken(packingRules, { ready, needed: neededAt(open, departedAt) });
}
