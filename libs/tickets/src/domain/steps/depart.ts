import { findingsAfter, recordFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { crewOf } from '../visit/crew.js';
import { findingsOfCrew } from '../visit/findings-of-crew.js';
import { notBefore, requireOwnVisit, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { packingRules, preparationRules, studyRules } from '../visit/preparation-rules.js';
import { neededAt } from '../visit/preparation.js';
import { departureOf, notAfterDeparture, settingOut } from '../visit/setting-out.js';
import type { Depart } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The technician sets out, and whoever comes along. What should have been done before and was not is
 * found now (V3–V6), by when it was done: a file that was reviewed only on the way was not reviewed
 * before the departure. Reading and thinking is each one's own (V6).
 */
export function depart(command: Depart, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const planned = settingOut(command, open);
  const { visit, technician, ready } = planned;
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
  const { occurredAt: departedAt } = command;
  const needed = neededAt(open, departedAt);
  const unstudied = crewOf(planned).map((person) => ({
    person,
    rules: broken(studyRules, { studies: open.studies, visit, technician: person, departedAt }),
  }));
  const unready = { person: technician, rules: ready ? [] : broken(preparationRules, { needed }) };
  const deeds = findingsOfCrew(command, open, visit, [...unstudied, unready]);
  const findings = deeds.reduce<typeof open.findings>(findingsAfter, open.findings);
  const unpacked = ready ? broken(packingRules, { ready, needed }) : [];
  return [
    happened(command, 'TechnicianDeparted', { visit }, ['V7']),
    ...deeds,
    ...recordFindings(command, { findings }, unpacked, { visit, person: technician }),
  ];
}
