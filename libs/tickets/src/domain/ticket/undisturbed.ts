import { withdrawFindings } from '@app/findings';
import type { Command, Span } from '@app/kernel';
import { meetsRest } from '../visit/rest.js';
import { beforeEmergency, isEmergencyBy } from '../visit/rest-hours.js';
import { stretchAt, stretchesOf } from '../visit/stretches.js';
import type { Visit } from '../visit/visit.state.js';
import { isWished } from '../visit/wishes.js';
import { found } from './found.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

type Finding = OpenedTicket['findings'][number];

/** What was agreed in the customer's rest hours: what they wish is said with it. */
const OF_HOURS_AGREED = [found.quietHoursAreKept, found.workResumesInWorkingHours];
const OF_REST = [
  found.arrivesOutsideRestHours,
  found.worksOutsideRestHours,
  found.resumesOutsideRestHours,
  ...OF_HOURS_AGREED,
];

/**
 * V19: what was found of the customer's rest or meal hours, and is shown by what is told late to have been in an
 * emergency, or as they wished, is withdrawn.
 *
 * @param fact what is told, of which `after` knows and `before` does not
 */
export function undisturbed(
  command: Command,
  before: OpenedTicket,
  after: OpenedTicket,
  fact: TicketEvent,
): TicketEvent[] {
  return before.findings
    .filter(({ code }) => isOf(OF_REST, code))
    .filter((each) => !isFree(before, each) && isFree(after, each))
    .flatMap(({ finding, visit }) => {
      const which = { finding, ...(visit !== undefined && { visit }) };
      return withdrawFindings(command, after, { rules: OF_REST, place: which, since: '' }, fact);
    });
}

/** Whether rest hours did not count then. */
function isFree(ticket: OpenedTicket, finding: Finding): boolean {
  const { code, visit: number, foundAt } = finding;
  const visit = ticket.visits.find((each) => each.visit === number);
  if (!visit) return false;
  const span = spanOf(visit, code, foundAt);
  if (isFreed(ticket, finding, span)) return true;
  return !isOf(OF_HOURS_AGREED, code) && isWished(visit.wishes, span);
}

/** In an emergency, and what went before it was outside the rest hours of the call; a day off is one all day. */
function isFreed(ticket: OpenedTicket, { calendar }: Finding, span: Span): boolean {
  if (!isEmergencyBy(ticket, span.until)) return false;
  const before = beforeEmergency(ticket, span);
  if (!before) return true;
  return calendar === undefined && !meetsRest(before, ticket);
}

/** Work is found at the end of its stretch, all else at its moment. */
function spanOf(visit: Visit, code: string, at: Finding['foundAt']): Span {
  const moment = { from: at, until: at };
  if (code !== found.worksOutsideRestHours.code) return moment;
  return stretchAt(stretchesOf(visit), at) ?? moment;
}

function isOf(rules: readonly { readonly code: string }[], code: string): boolean {
  return rules.some((rule) => rule.code === code);
}
