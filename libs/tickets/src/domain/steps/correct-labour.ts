import { recordFindings } from '@app/findings';
import { enforce } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { hoursOf } from '../diary/hours.js';
import { labourDoesNotOverlap } from '../rules/labour-does-not-overlap.js';
import { labourIsNotSuspended } from '../rules/labour-is-not-suspended.js';
import { labourTakesTime } from '../rules/labour-takes-time.js';
import type { CorrectLabour } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import {
  asOf,
  entryDisproves,
  entryToCorrect,
  somethingCorrected,
  type Corrected,
} from '../visit/correction.js';
import { hoursOn, type LabourEntry } from '../visit/work-entries.js';
import {
  beforehand,
  premature,
  signatures,
  unsignedOnRecord,
} from '../visit/work.preconditions.js';
import { checkLabourSpan, interruptionsOf } from './log-labour.js';

/**
 * Hours that were put down wrongly are set right, or withdrawn (R10). They are held to the same as
 * hours that are logged, and what was found of them is judged by what they say now.
 */
export function correctLabour(command: CorrectLabour, ticket: Ticket): readonly TicketEvent[] {
  const about = entryToCorrect(command, ticket, 'labour');
  const { entry } = about;
  const { withdrawn = false, reason, workType, span } = command.data;
  const now = { workType: workType ?? entry.workType, span: span ?? entry.span };
  somethingCorrected(withdrawn, [
    ...(workType === undefined ? [] : [workType !== entry.workType]),
    ...(span === undefined
      ? []
      : [span.from !== entry.span.from || span.until !== entry.span.until]),
  ]);
  const before = { workType: entry.workType, span: entry.span, hours: entry.hours };
  const named = { visit: entry.visit, entry: entry.entry, technician: entry.technician };
  if (withdrawn) {
    const data = { ...named, before, reason };
    const event = happened(command, 'LabourWithdrawn', data, ['R10', 'B2']);
    return [event, ...entryDisproves(command, about, Object.values(found), event)];
  }
  const hours = hoursOf(now.span);
  const data = { ...named, ...now, hours, before, reason };
  const event = happened(command, 'LabourCorrected', data, ['R10', 'B2']);
  checkHours(command, about, { ...entry, ...now, hours });
  const then = { ...asOf(command, entry.at), data: { visit: entry.visit } };
  const missed = [
    ...unsignedOnRecord(then, about, now.span.until),
    ...premature(about.visit, now.span.from),
  ];
  const kept = [...signatures, ...beforehand].filter(
    (each) => !missed.some(({ code }) => code === each.code),
  );
  return [
    event,
    ...entryDisproves(command, about, kept, event),
    ...recordFindings(then, about.open, missed, { visit: entry.visit, person: entry.technician }),
  ];
}

/** @throws Invalid · Refused [R10] [V19] they cannot be hours of this person at this visit */
function checkHours(
  command: CorrectLabour,
  { open, visit, entry }: Corrected<LabourEntry>,
  { span, hours, technician }: LabourEntry,
): void {
  checkLabourSpan({ occurredAt: command.occurredAt, data: { span } }, visit, technician);
  enforce([labourTakesTime], { hours });
  enforce([labourIsNotSuspended], { span, interruptions: interruptionsOf(visit) });
  const elsewhere = command.known.logged.filter((each) => !isOf(open, entry, each));
  const logged = [...elsewhere.map((each) => each.span), ...hoursOn(open, technician, entry.entry)];
  enforce([labourDoesNotOverlap], { span, logged });
}

/** Nobody's hours overlap, so the span names the entry in the diary. */
function isOf(
  { ticket }: OpenedTicket,
  { span }: LabourEntry,
  logged: CorrectLabour['known']['logged'][number],
): boolean {
  return (
    logged.ticket === ticket && logged.span.from === span.from && logged.span.until === span.until
  );
}
