import { calendarOf } from '@app/calendar';
import { unknownCustomer, customerStreams } from '@app/customers';
import { activeEmployee as knownInvestigator, employeeStreams } from '@app/department';
import type { Contexts } from '@app/event-store';
import { localDate, noSuch, yearOf, type Instant } from '@app/kernel';
import { clauseThatFits } from '@app/standings';
import { ticketStreams } from '@app/tickets';
import type {
  KnownCalendar,
  KnownOfReceipt,
  KnownOther,
  ReceiveComplaint,
  UpholdComplaint,
} from '../domain/complaint.commands.js';
import {
  complainedOf,
  complaintStreams,
  isJudged,
  type Complaint,
} from '../domain/complaint.state.js';
import type { PointSaid } from '../domain/complaint.values.js';

interface When {
  readonly occurredAt: Instant;
}

/** The years into which a term may reach that begins now. */
export async function knownCalendar(
  { occurredAt }: When,
  contexts: Contexts,
): Promise<KnownCalendar> {
  const year = Number(yearOf(localDate(occurredAt)));
  return { calendar: await calendarOf(contexts, [String(year), String(year + 1)]) };
}

/** Of a complaint's terms: the years into which those of its round may reach. */
export function knownOfTerms(
  _: unknown,
  contexts: Contexts,
  complaint: Complaint,
): Promise<KnownCalendar> {
  const occurredAt = complaint.status === 'none' ? '' : complaint.roundSince;
  return occurredAt === ''
    ? Promise.resolve({ calendar: new Map() })
    : knownCalendar({ occurredAt }, contexts);
}

/**
 * Whose ticket it is, and the working days by which it is answered.
 *
 * @throws NotFound `unknown-ticket`, `unknown-customer`, `unknown-employee`, pointing at the field
 */
export async function knownOfReceipt(
  { data, occurredAt }: When & Pick<ReceiveComplaint, 'data'>,
  contexts: Contexts,
): Promise<KnownOfReceipt> {
  const { ticket, points = [] } = data;
  await everybodyIsKnown(points, contexts);
  if (data.customer !== undefined) {
    const { status } = await contexts.read(customerStreams, data.customer);
    if (status !== 'registered') throw unknownCustomer('/customer');
  }
  const known = await knownCalendar({ occurredAt }, contexts);
  if (ticket === undefined) return known;
  const found = await contexts.read(ticketStreams, ticket);
  if (found.status === 'none') throw unknownTicket('/ticket');
  return { ...known, ...(found.customer !== undefined && { customer: found.customer }) };
}

/** @throws NotFound `unknown-employee`: of somebody who never worked here nothing is complained */
export async function knownOfWords(
  { data }: { readonly data: { readonly points?: readonly PointSaid[] } },
  contexts: Contexts,
): Promise<{ readonly employees: 'known' }> {
  await everybodyIsKnown(data.points ?? [], contexts);
  return { employees: 'known' };
}

export async function knownOfReopening(
  request: When & { readonly data: { readonly points?: readonly PointSaid[] } },
  contexts: Contexts,
): Promise<KnownCalendar & { readonly employees: 'known' }> {
  const known = await knownOfWords(request, contexts);
  return { ...known, ...(await knownCalendar(request, contexts)) };
}

/**
 * Whether the clause that is named fits the person and the moment.
 *
 * @throws Refused D4, D5, D42, D44: it does not; left out, it is left to the general staff rules
 */
export async function knownOfUpholding(
  { data }: Pick<UpholdComplaint, 'data'>,
  contexts: Contexts,
  complaint: Complaint,
): Promise<{ readonly conduct: 'fits' | 'none' }> {
  const { conduct, point: number } = data;
  const points = complaint.status === 'none' ? [] : complaint.points;
  const employee = data.employee ?? points.find(({ point }) => point === number)?.employee;
  if (data.employee !== undefined) await everybodyIsKnown([{ employee: data.employee }], contexts);
  if (!conduct || employee === undefined) return { conduct: 'none' };
  await clauseThatFits({ ...conduct, employee }, contexts);
  return { conduct: 'fits' };
}

export { knownInvestigator };

/** Of the complaint that another is joined to, or is to be. */
export async function knownOther(
  { data: { to } }: { readonly data: { readonly to: string } },
  contexts: Contexts,
): Promise<KnownOther> {
  const other = await contexts.read(complaintStreams, to);
  if (other.status === 'none') return { leads: false, judged: false, accused: [] };
  const leads = other.status === 'open' && other.joinedTo === undefined;
  return { leads, judged: isJudged(other), accused: complainedOf(other) };
}

/** Of an answer: what the complaint was judged with, where it is joined to another. */
export async function knownOfAnswer(
  _: unknown,
  contexts: Contexts,
  complaint: Complaint,
): Promise<{ readonly lead?: KnownOther }> {
  if (complaint.status === 'none' || complaint.joinedTo === undefined) return {};
  return { lead: await knownOther({ data: { to: complaint.joinedTo } }, contexts) };
}

async function everybodyIsKnown(
  points: readonly Pick<PointSaid, 'employee'>[],
  contexts: Contexts,
): Promise<void> {
  const named = [...new Set(points.flatMap(({ employee }) => employee ?? []))];
  const files = await contexts.readMany(employeeStreams, named);
  if (files.some(({ status }) => status === 'none')) throw unknownEmployee('/points');
}

const unknownTicket = noSuch('ticket', { zh: '这张工单', en: 'ticket' });
const unknownEmployee = noSuch('employee', { zh: '这名员工', en: 'employee' });
