import { findingsAfter, recordDeeds, recordFindings } from '@app/findings';
import { broken, enforce, NotPossible, type Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import { labourIsNotSuspended } from '../rules/labour-is-not-suspended.js';
import { found } from '../ticket/found.js';
import { notBefore } from '../ticket/preconditions.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import { editionOf } from '../visit/rest.js';
import { disturbance } from '../visit/rest-hours.js';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { resumption } from '../visit/resumption.js';
import { unsignedAtWork } from '../visit/work.preconditions.js';
import type { ResumeWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasGone, suspensionOf, type VisitSinceArrival } from '../visit/visit.state.js';
import { labourOn } from '../visit/work-entries.js';

/**
 * Work goes on (V19), unless something has turned up that the customer must sign first (V13, V17);
 * the restoration clock too, if the customer had stopped it (B2). In the customer's rest or meal
 * hours it is found, unless they wish it.
 */
export function resumeWork(command: ResumeWork, ticket: Ticket): readonly TicketEvent[] {
  arrivedBefore(command, ticket);
  const { open, visit } = atWork(command, ticket);
  const from = suspendedSince(command, visit);
  const interruptions = [{ from, until: command.occurredAt }];
  for (const span of labourOn(open, visit))
    enforce([labourIsNotSuspended], { span, interruptions });
  const about = aboutVisit(visit, command);
  const unsigned = recordFindings(command, open, unsignedAtWork(command, visit), about);
  const findings = unsigned.reduce<typeof open.findings>(findingsAfter, open.findings);
  const { customerWishes } = command.data;
  const resumed = resumption(command, [visit], customerWishes);
  const disturbing = disturbance(command, open, visit);
  const inWorkshop = hasGone(visit) && command.occurredAt > visit.leftAt;
  const disturbed = inWorkshop ? [] : broken([found.resumesOutsideRestHours], disturbing);
  const onDay = { ...about, ...editionOf(disturbing.span, disturbing) };
  const taken = [...resumed, ...unsigned, ...recordDeeds(command, { findings }, disturbed, onDay)];
  return [...taken, ...workInRestHours(command, open, taken)];
}

/**
 * Who is away works on when they are back; what was taken along is worked on in the workshop (V18).
 *
 * @throws NotPossible `arrival-first` the return was not recorded
 */
function arrivedBefore(command: ResumeWork, ticket: Ticket): void {
  if (ticket.status === 'none' || toldLate(command)) return;
  const { visit: number } = command.data;
  const away = ticket.visits.some(({ visit, status }) => visit === number && status === 'away');
  if (!away || ticket.custody.some(({ visit }) => visit === number)) return;
  throw new NotPossible('arrival-first', {
    zh: '技术员尚未返回；须先登记到场，再继续维修',
    en: 'the technician is not back yet; the arrival is recorded first, and then the work goes on',
  });
}

/**
 * Since when the work has stood still. Told late, what came after may have shown already that it went on,
 * and it is said only now from when.
 *
 * @throws NotPossible it does not · Invalid it went on before it stopped
 */
function suspendedSince(command: ResumeWork, visit: VisitSinceArrival): Instant {
  const { occurredAt } = command;
  const suspension = suspensionOf(visit);
  if (suspension) {
    notBefore(command, suspension.since);
    return suspension.since;
  }
  const { WorkSuspended = '', WorkResumed = '' } = visit.stepsAt;
  const unresumed = WorkResumed < WorkSuspended && WorkSuspended <= occurredAt;
  const within = visit.interruptions.find(
    (each) => each.from <= occurredAt && occurredAt < each.until,
  );
  const since = within?.from ?? (unresumed ? WorkSuspended : undefined);
  if (since !== undefined && toldLate(command)) return since;
  throw new NotPossible('work-not-suspended', {
    zh: '维修未曾中断',
    en: 'the work is not suspended',
  });
}
