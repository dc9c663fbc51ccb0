import type { Bilingual } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket.events.js';
import { period, type Scene } from './words.js';

/** A part of the account under one heading. */
export interface Section {
  readonly key: string;
  readonly heading: Bilingual;
}

const INTAKE: Section = { key: 'intake', heading: { zh: '受理', en: 'The call' } };
const AFTERWARDS: Section = { key: 'afterwards', heading: { zh: '后续处理', en: 'Afterwards' } };

/** What is told where it belongs even when a visit is going on. */
const OF_THE_TICKET: readonly TicketEvent['type'][] = [
  'TicketResolved',
  'TicketClosed',
  'TicketReopened',
  'TicketCancelled',
  'FollowUpMade',
  'FindingUpheld',
  'FindingExcused',
];

/**
 * The section that an event is told in: its visit's, or the ticket's. What belongs to no visit
 * stays where the account has got to, so that the order of time is not broken by headings.
 */
export function sectionOf(
  current: Section | undefined,
  event: TicketEvent,
  { visit }: Scene,
): Section {
  const number = 'visit' in event.data ? event.data.visit : undefined;
  if (number !== undefined && event.type !== 'FindingRecorded')
    return visitSection(number, event, visit);
  if (!current) return INTAKE;
  return OF_THE_TICKET.includes(event.type) ? AFTERWARDS : current;
}

/** A section's heading; one that is taken up again says so. */
export function startOf({ heading }: Section, again: boolean): Bilingual {
  return again ? { zh: `${heading.zh}（续）`, en: `${heading.en} (continued)` } : heading;
}

function visitSection(number: number, event: TicketEvent, visit: Scene['visit']): Section {
  const plan = event.type === 'VisitScheduled' ? event.data : visit;
  const key = `visit ${number}`;
  if (!plan) return { key, heading: { zh: `第 ${number} 次上门`, en: `Visit ${number}` } };
  const window = period(plan.window);
  return {
    key,
    heading: {
      zh: `第 ${number} 次上门（员工 ${plan.technician}，约定 ${window.zh}）`,
      en: `Visit ${number} (employee ${plan.technician}, agreed for ${window.en})`,
    },
  };
}
