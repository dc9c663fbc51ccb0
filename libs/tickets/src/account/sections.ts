import { chinese, period, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { SentenceContext } from './sentence-context.js';

/** A part of the account under one heading. */
export interface Section {
  readonly key: string;
  readonly title: Bilingual;
  /** What stands behind the title where the section begins; empty for most. */
  readonly more: Bilingual;
}

const NOTHING: Bilingual = { zh: '', en: '' };
const INTAKE: Section = { key: 'intake', title: { zh: '受理', en: 'The call' }, more: NOTHING };
const AFTERWARDS: Section = {
  key: 'afterwards',
  title: { zh: '后续处理', en: 'Afterwards' },
  more: NOTHING,
};

/** What is told where it belongs even when a visit is going on. */
const OF_THE_TICKET: readonly TicketEvent['type'][] = [
  'TicketResolved',
  'TicketClosed',
  'ClosingUndone',
  'TicketReopened',
  'TicketCancelled',
  'FollowUpMade',
  'FindingUpheld',
  'FindingExcused',
  'VerdictReopened',
];

/**
 * The section that an event is told in: its visit's, or the ticket's. What belongs to no visit
 * stays where the account has got to, so that the order of time is not broken by headings.
 */
export function sectionOf(
  current: Section | undefined,
  event: TicketEvent,
  { visit }: SentenceContext,
): Section {
  const number = 'visit' in event.data ? event.data.visit : undefined;
  if (number !== undefined && event.type !== 'FindingRecorded')
    return visitSection(number, event, visit);
  if (!current || event.type === 'TicketOpened') return INTAKE;
  return OF_THE_TICKET.includes(event.type) ? AFTERWARDS : current;
}

/** A section's heading; one that is taken up again says so. */
export function startOf({ title, more }: Section, again: boolean): Bilingual {
  return again
    ? { zh: `${title.zh}（续）`, en: `${title.en} (continued)` }
    : { zh: `${title.zh}${more.zh}`, en: `${title.en}${more.en}` };
}

function visitSection(
  number: number,
  event: TicketEvent,
  visit: SentenceContext['visit'],
): Section {
  const plan = event.type === 'VisitScheduled' ? event.data : visit;
  const title = { zh: `第 ${number} 次上门`, en: `Visit ${number}` };
  const window = plan && period(plan.window);
  const more = where(
    plan,
    chinese`（技术员${plan?.technician}，约定${window?.zh}）`,
    ` (technician ${plan?.technician}, agreed for ${window?.en})`,
  );
  return { key: `visit ${number}`, title, more };
}
