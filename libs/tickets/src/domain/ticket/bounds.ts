import { isOfFinding } from '@app/findings';
import { NotPossible, type Bilingual, type Command } from '@app/kernel';
import { policyAt } from '@app/policy';
import { collectedAfter } from './collected.js';
import type { TicketCommand } from './ticket.commands.js';
import type { TicketEvent } from './ticket.events.js';
import type { Ticket } from './ticket.state.js';

/** What leads a ticket to its end is taken also by a full one, out of the reserve. */
const TO_THE_END: ReadonlySet<TicketCommand['type']> = new Set([
  'LeaveSite',
  'CompleteRepair',
  'SignServiceRecord',
  'RefuseSignature',
  'ReturnProduct',
  'IssueReceipt',
  'RefundCharge',
  'HandOverMoney',
  'CorrectHandOver',
  'DemandMoney',
  'FindMoneyKept',
  'ExplainPartUse',
  'JudgeTools',
  'JudgeWhereabouts',
  'CompleteVisit',
  'CancelVisit',
  'UnassignTechnician',
  'ResolveTicket',
  'CancelTicket',
  'ReviewFinding',
  'CloseTicket',
  'WatchClocks',
]);

/**
 * One ticket collects no more than the policy's settings say: it is read whole before each step, and
 * told whole to whoever asks.
 *
 * @throws NotPossible `ticket-full`, naming what there is too much of
 */
export function withinBounds(
  { type, occurredAt }: Command,
  ticket: Ticket,
  events: readonly TicketEvent[],
): void {
  if (ticket.status === 'none' || events.length === 0) return;
  const { ticketBounds: most } = policyAt(occurredAt);
  const after = events.reduce(collectedAfter, ticket.collected);
  const ends = TO_THE_END.has(type as TicketCommand['type']);
  const findings =
    ticket.findings.length + events.filter((each) => each.type === 'FindingRecorded').length;
  refuseBeyond(after.entries, most.events + (ends ? most.reserve : 0), EVENTS);
  if (after.photos > ticket.collected.photos) refuseBeyond(after.photos, most.photos, PHOTOS);
  if (!ends && events.some(isOfFinding)) refuseBeyond(findings, most.findings, FINDINGS);
}

const EVENTS: Bilingual = { zh: '步骤', en: 'events' };
const PHOTOS: Bilingual = { zh: '照片', en: 'photos' };
const FINDINGS: Bilingual = { zh: '偏差', en: 'findings' };

function refuseBeyond(count: number, most: number, what: Bilingual): void {
  if (count <= most) return;
  throw new NotPossible('ticket-full', {
    zh: `一张工单最多可有 ${most} 项${what.zh}，请结束本工单，另开一张`,
    en: `a ticket takes ${most} ${what.en} at most; end this one, and open another`,
  });
}
