import { enforceOrFind, recordFindings } from '@app/findings';
import { Forbidden, Invalid, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireOwnVisit, requireTicketOfFact, visitOf } from '../ticket/preconditions.js';
import type { RecordConsent } from '../ticket/ticket.commands.js';
import type { ConsentGiven, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import type { PhoneCall } from '../ticket/ticket.values.js';
import { techniciansStep } from '../visit/technicians-step.js';
import { atWork } from '../visit/visit.preconditions.js';
import { isPending, type Visit } from '../visit/visit.state.js';

/**
 * The customer agrees to the service (V11): on site, or by phone of a named contact, who was called for
 * this service and not before it was asked for. By phone it was given when they were called, also before
 * anybody came, and whoever called them records it. Who agreed first stays on record; that they agree to be served in
 * their rest or meal hours is said of its own (V19).
 *
 * @throws Invalid `called-ahead` the call is said to have been later than its recording
 * @throws Forbidden `agreed-on-site` the office records what it heard by phone
 */
export function recordConsent(command: RecordConsent, ticket: Ticket): readonly TicketEvent[] {
  const { phone } = command.data;
  return phone ? byPhone(command, ticket, phone) : onSite(command, ticket);
}

const onSite = techniciansStep((command: RecordConsent, ticket: Ticket): readonly TicketEvent[] => {
  const { visit } = atWork(command, ticket);
  if (!OF_VISITS.has(command.actor.role)) {
    throw new Forbidden('agreed-on-site', {
      zh: '现场的同意由技术员记录；电话同意须写明通话',
      en: 'consent on site is recorded by the technician; one by phone says who was called and when',
    });
  }
  if (saysNothing(command, visit, command.occurredAt)) return [];
  return [consented(command, command.data)];
});

const OF_VISITS: ReadonlySet<string> = new Set(['technician', 'supervisor']);

function byPhone(command: RecordConsent, ticket: Ticket, phone: PhoneCall): TicketEvent[] {
  const { open, visit } = calledFor(command, ticket);
  const { actor, data, occurredAt } = command;
  if (phone.calledAt > occurredAt) {
    throw new Invalid(
      'called-ahead',
      { zh: '通话时间不能晚于记录的时间', en: 'the call cannot be later than its recording' },
      '/phone/calledAt',
    );
  }
  if (saysNothing(command, visit, phone.calledAt)) return [];
  const { openedAt } = open;
  const missed = enforceOrFind(command, [found.consentIsForThisCall], { phone, openedAt });
  const about = { visit: visit.visit, person: actor.onBehalfOf ?? actor.id };
  const given = { ...command, occurredAt: phone.calledAt };
  return [consented(given, { ...data, phone }), ...recordFindings(command, open, missed, about)];
}

/** Nobody need have come; told late, the visit may have been made or called off since. */
function calledFor(
  command: RecordConsent,
  ticket: Ticket,
): { readonly open: OpenedTicket; readonly visit: Visit } {
  const open = requireTicketOfFact(command, ticket);
  const visit = visitOf(open, command.data.visit);
  if (!isPending(visit) && !toldLate(command)) return atWork(command, ticket);
  requireOwnVisit(command, visit);
  return { open, visit };
}

function consented(command: RecordConsent, said: RecordConsent['data']): ConsentGiven {
  const articles = said.customerWishes === undefined ? V11 : [...V11, 'V19' as const];
  return happened(command, 'ConsentGiven', said, articles);
}

const V11 = ['V11'] as const;

/** Somebody had agreed to the service, and nothing is said of the hour. */
function saysNothing({ data }: RecordConsent, visit: Visit, at: Instant): boolean {
  return data.customerWishes === undefined && agreedBy(visit, at);
}

/** Somebody had agreed by then, as far as it is known. */
function agreedBy({ firstAt }: Visit, at: Instant): boolean {
  return firstAt.ConsentGiven !== undefined && firstAt.ConsentGiven <= at;
}
