import { findingsAfter, recordDeeds, recordFindings, withdrawFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { found } from '../ticket/found.js';
import { requireTicket } from '../ticket/preconditions.js';
import type { JudgeTools } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { readyOf } from '../visit/own-way.js';

const rules = [found.toolsAreInHand];

/**
 * Whose a tool was is told only after it had been taken along (V5): what was found is withdrawn once all that
 * is on the list was in hand, and found where it was not. That it is told so late is found of whoever
 * entered it (R12). Of a tool that is not on the list nothing changes, nor of a visit that another has taken
 * over.
 */
export function judgeTools(command: JudgeTools, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicket(ticket);
  const { visit: number, technician: person, tool, enteredBy, shownBy } = command.data;
  const visit = open.visits.find((each) => each.visit === number);
  const ready = visit && readyOf(visit, person);
  if (!ready?.tools.includes(tool)) return [];
  const place = { visit: number, person };
  const { toolsInHand } = command.known;
  const then = { ...command, occurredAt: ready.at };
  const missing = broken(rules, { tools: ready.tools, toolsInHand });
  const lacking = recordFindings(then, open, missing, place);
  const stood = open.findings.some(
    ({ code, status, ...each }) =>
      code === found.toolsAreInHand.code &&
      status !== 'withdrawn' &&
      each.visit === number &&
      each.person === person,
  );
  if (!stood || !toolsInHand.includes(tool)) return lacking;
  const disproved = { rules: rules.filter((rule) => !missing.includes(rule)), place };
  const withdrawn = withdrawFindings(command, open, { ...disproved, since: ready.at }, shownBy);
  const findings = [...lacking, ...withdrawn].reduce<typeof open.findings>(
    findingsAfter,
    open.findings,
  );
  const late = broken([found.handOverIsRecordedBeforeUse], { toldAfter: enteredBy !== undefined });
  const about = { visit: number, ...(enteredBy && { person: enteredBy }), remark: tool };
  return [...lacking, ...withdrawn, ...recordDeeds(command, { findings }, late, about)];
}
