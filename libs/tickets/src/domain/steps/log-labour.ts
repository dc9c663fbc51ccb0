import { recordFindings } from '@app/findings';
import { enforce, Invalid, minutesBetween, type Instant, type Span } from '@app/kernel';
import { happened } from '@app/policy';
import { hoursOf } from '../diary/hours.js';
import { labourDoesNotOverlap } from '../rules/labour-does-not-overlap.js';
import { labourIsNotSuspended } from '../rules/labour-is-not-suspended.js';
import { labourTakesTime } from '../rules/labour-takes-time.js';
import type { LogLabour } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { isInWorkshop, workerOf } from '../visit/crew.js';
import { missedBackAt } from '../visit/own-return.js';
import { missedAt, stayedOn, wayOf } from '../visit/own-way.js';
import { hasGone, suspensionOf, type VisitSinceArrival } from '../visit/visit.state.js';
import { hoursOn, nextEntry } from '../visit/work-entries.js';
import { premature, unsignedOnRecord, workedOn } from '../visit/work.preconditions.js';

/** Nobody works longer at a stretch; it also keeps the diaries that a span touches few. */
const LONGEST_MINUTES = 24 * 60;

/** Work that nobody has taken up again stands still without an end. */
const FOREVER = '9999-12-31T23:59:59.999Z';

/**
 * Hours of work (R10, B2), also when they are only written down after leaving. Hours that ended before
 * something turned up that the customer must sign are logged though it is unsigned; hours of before the
 * consent or the start are logged, and found (V11, R10). What was taken in is worked on in the workshop by whoever
 * does it, in their own name (V18), also where somebody of the office enters it in their place.
 */
export function logLabour(command: LogLabour, ticket: Ticket): readonly TicketEvent[] {
  const { workType, span } = command.data;
  const { open, visit } = workedOn(command, ticket, span.from);
  const unsigned = unsignedOnRecord(command, { open, visit }, span.until);
  const technician = workerOf(command, visit, span.from);
  checkLabourSpan(command, visit, technician);
  const hours = hoursOf(span);
  enforce([labourTakesTime], { hours });
  enforce([labourIsNotSuspended], { span, interruptions: interruptionsOf(visit) });
  const here = hoursOn(open, technician);
  const logged = [...command.known.logged.map((other) => other.span), ...here];
  enforce([labourDoesNotOverlap], { span, logged });
  const entry = nextEntry(open);
  const labour = { visit: visit.visit, entry, technician, workType, span, hours };
  return [
    happened(command, 'LabourLogged', labour, ['R10', 'B2']),
    ...recordFindings(command, open, [...unsigned, ...premature(visit, span.from)], {
      visit: visit.visit,
      person: technician,
    }),
  ];
}

/**
 * When nobody worked at the customer's. What was taken along (V18) is worked on in the workshop
 * meanwhile, so from then on it is no contradiction.
 */
export function interruptionsOf(visit: VisitSinceArrival): Span[] {
  const open = suspensionOf(visit);
  const all = open
    ? [...visit.interruptions, { from: open.since, until: FOREVER }]
    : visit.interruptions;
  const takenIn = visit.firstAt.ProductTakenIn ?? FOREVER;
  return all
    .map(({ from, until }) => ({ from, until: until < takenIn ? until : takenIn }))
    .filter(({ from, until }) => from < until);
}

/**
 * Whether the span can be one of labour of that person at the visit, whatever else was logged.
 *
 * @throws Invalid it ends before it starts, lasts longer than a day, or lies ahead, before the arrival, or after the leaving
 * when nothing was taken along to work on (V18)
 */
export function checkLabourSpan(
  {
    occurredAt,
    data: { span },
  }: { readonly occurredAt: Instant; readonly data: { readonly span: Span } },
  visit: VisitSinceArrival,
  technician: string,
): void {
  const { leftAt = goneAt(visit, technician) } = wayOf(visit, technician);
  if (span.from >= span.until) {
    throw new Invalid(
      'empty-span',
      { zh: '结束时间须晚于开始时间', en: 'the span must end after it starts' },
      '/span',
    );
  }
  if (minutesBetween(span.from, span.until) > LONGEST_MINUTES) {
    throw new Invalid(
      'labour-too-long',
      { zh: '一次工时不得超过 24 小时', en: 'labour may not last longer than 24 hours at a time' },
      '/span',
    );
  }
  if (span.until > occurredAt) {
    throw new Invalid(
      'labour-ahead',
      { zh: '工时不能预先登记', en: 'labour is logged when it is done' },
      '/span/until',
      'R10',
    );
  }
  heldToHaveCome(visit, technician, span.from);
  if (isBeforeArrival(span, visit, technician)) {
    throw new Invalid(
      'labour-before-arrival',
      { zh: '工时早于到场时间', en: 'the labour begins before the arrival' },
      '/span/from',
      'R10',
    );
  }
  const onlyThere = visit.stepsAt.ProductTakenIn === undefined;
  if (leftAt !== undefined && span.until > leftAt && onlyThere) {
    throw new Invalid(
      'labour-after-leaving',
      {
        zh: '工时晚于离开时间，且未带回产品维修',
        en: 'the labour lies after the leaving, and nothing was taken along to work on',
      },
      '/span/until',
      'R10',
    );
  }
}

/** They had not come yet, or others worked on, and they had not come back by themself. */
function isBeforeArrival(span: Span, visit: VisitSinceArrival, technician: string): boolean {
  const { arrivedAt = visit.arrivedAt, backs = [] } = wayOf(visit, technician);
  if (span.from < arrivedAt) return true;
  const away = backs.some(({ since, cameAt = '' }) => since < span.until && span.from < cameAt);
  return away && !isInWorkshop(visit, span.from);
}

/** @throws Invalid `labour-though-absent` it is recorded that they did not come, or come back, to the customer's */
function heldToHaveCome(visit: VisitSinceArrival, technician: string, from: Instant): void {
  const missed = missedAt(visit, technician) ?? missedBackAt(visit, technician, from);
  if (missed === undefined || isInWorkshop(visit, from)) return;
  throw new Invalid(
    'labour-though-absent',
    {
      zh: '已登记该技术员失约，须先登记其到场，再登记工时',
      en: 'it is recorded that this technician did not come; when they did is recorded before their labour',
    },
    '/visit',
    'R10',
  );
}

/** With the others, unless they are there yet. */
function goneAt(visit: VisitSinceArrival, technician: string): Instant | undefined {
  return hasGone(visit) && !stayedOn(visit, technician) ? visit.leftAt : undefined;
}
