import { withdrawFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { cameAlone } from '../visit/own-way.js';
import { notBefore, requireOwnVisit, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { found } from '../ticket/found.js';
import { departureOf, notAfterDeparture, setsOutAlone, settingOut } from '../visit/setting-out.js';
import type { Depart } from '../ticket/ticket.commands.js';
import type { TechnicianDeparted, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { judgedAnew, judgedBySettingOut, unready } from '../visit/unready.js';
import { hasArrived, type Visit } from '../visit/visit.state.js';

/**
 * The technician sets out, and whoever comes along; one of the others also by themself, and the
 * responsible technician so where others came first. What should
 * have been done before and was not is found now (V3–V6), by when it was done: a file that was reviewed
 * only on the way was not reviewed before the departure. Where they were judged by their coming, as
 * their departure had not been told, they are judged anew. Reading, thinking and what is worn are each
 * one's own (V4, V6).
 */
export function depart(command: Depart, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const planned = settingOut(command, open);
  const { visit } = planned;
  const alone = setsOutAlone(command, planned);
  requireOwnVisit(command, planned);
  if (departureOf(planned, alone) !== undefined) {
    throw new NotPossible('already-departed', {
      zh: '已登记出发',
      en: 'the departure was recorded before',
    });
  }
  notBefore(command, open.openedAt);
  notAfterDeparture(command, planned, alone);
  inOrder(command, planned);
  if (alone !== undefined) return departAlone(command, open, planned, alone);
  const departed = happened(command, 'TechnicianDeparted', { visit }, ['V7']);
  const owed = hasArrived(planned)
    ? judgedAnew(command, open, planned, departed)
    : unready(command, open, planned);
  return [departed, ...owed];
}

/**
 * Whoever was taken to have come along, and did not, is judged by when they set out themself: at the
 * arrival of the others, they were not there either (R10).
 */
function departAlone(
  command: Depart,
  open: OpenedTicket,
  planned: Visit,
  person: string,
): TicketEvent[] {
  const { visit } = planned;
  const departed = happened(command, 'TechnicianDeparted', { visit, technician: person }, ['V7']);
  return [
    departed,
    ...judgedBySettingOut(command, open, planned, { person, departed }),
    ...elsewhereAfterAll(command, open, planned, departed),
  ];
}

function elsewhereAfterAll(
  command: Depart,
  open: OpenedTicket,
  planned: Visit,
  departed: TechnicianDeparted,
): TicketEvent[] {
  const { technician: person = '', visit } = departed.data;
  const along = hasArrived(planned) && !cameAlone(planned, person);
  if (!along || command.occurredAt <= planned.cameAt) return [];
  const place = { visit, person, foundAt: planned.cameAt };
  const rules = [found.technicianIsInOnePlace];
  return withdrawFindings(command, open, { rules, place, since: planned.cameAt }, departed);
}
