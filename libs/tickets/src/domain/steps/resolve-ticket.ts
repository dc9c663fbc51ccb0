import { openFindings } from '@app/findings';
import { enforce, Forbidden, Invalid, NotPossible, type Rule } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOpenTicket, requireOwnTicket } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { customerAgreesToTheEnd } from '../rules/customer-agrees-to-the-end.js';
import { customerWasAbsentTwice } from '../rules/customer-was-absent-twice.js';
import { serviceIsRestored } from '../rules/service-is-restored.js';
import { serviceWasRefused } from '../rules/service-was-refused.js';
import { signatureIsMissing } from '../rules/signature-is-missing.js';
import type { ResolveTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent, TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import type { TicketOutcome } from '../ticket/ticket.values.js';
import { changedAppointments } from '../visit/changed-appointment.js';
import { everOn, isToBeMade } from '../visit/crew.js';
import { promiseOf } from '../visit/new-hour.js';
import { stayedOn } from '../visit/own-way.js';
import { isUnderWay, type Visit } from '../visit/visit.state.js';

/** What must be true of a ticket for it to end so. The customer may decline at any time. */
const TRUE_OF: Readonly<Record<TicketOutcome, readonly Rule<OpenedTicket>[]>> = {
  restored: [serviceIsRestored],
  declined: [],
  unrepairable: [],
  'not-signed': [signatureIsMissing],
  'no-access': [customerWasAbsentTwice],
  'refused-service': [serviceWasRefused],
};

/**
 * The ticket ends: a repair restored the service, or advice did before anybody came; or it ends
 * without a repair, and says how. Paper and money of the visits may still follow. Where somebody was to come
 * back to work that was interrupted, the customer is told that nobody does (V7).
 */
export function resolveTicket(command: ResolveTicket, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { outcome = 'restored', ...said } = command.data;
  requireOwnTicket(command, open);
  requireOffice(command, outcome);
  if (open.visits.some(isOutstanding)) {
    throw new NotPossible('visit-outstanding', {
      zh: '尚有未结束的上门，须先结束或取消',
      en: 'a visit is planned or under way; it must end or be cancelled first',
    });
  }
  enforce(TRUE_OF[outcome], open);
  requireDisposalOfUnrepairable(outcome, said);
  enforce([customerAgreesToTheEnd], { outcome, ...said });
  inOrder(command, open);
  const givenUp = outcome === 'unrepairable' ? open.custody.map(({ product }) => product) : [];
  const dropped = returnsDropped(command, open);
  const found = [...openFindings(open.findings), ...dropped.map(({ data }) => data.finding)];
  const resolution = { ...said, outcome, givenUp, openFindings: found };
  return [...dropped, happened(command, 'TicketResolved', resolution, ['R10'])];
}

/**
 * What is found of the hour agreed for going on with work that was interrupted, to which nobody comes now (V7).
 * Whoever declines, or agrees to how it ends, knows it.
 */
function returnsDropped(command: ResolveTicket, open: OpenedTicket): TicketFinding[] {
  const { occurredAt, receivedAt = occurredAt, data } = command;
  const { summary: reason, outcome, agreedBy, atCustomersWish, told } = data;
  const wished = atCustomersWish ?? (outcome === 'declined' || agreedBy !== undefined);
  const returns = open.visits
    .filter(({ status }) => status === 'away')
    .map((each) => promiseOf(each));
  const change = { reason, atCustomersWish: wished, ...(told && { told }) };
  const known = { receivedAt };
  return changedAppointments({ ...command, data: change, known }, open, returns);
}

/** Nobody has come yet, or not who is to, or somebody is there. */
function isOutstanding(visit: Visit): boolean {
  const thereYet = visit.status === 'left' && everOn(visit).some((each) => stayedOn(visit, each));
  return isToBeMade(visit) || isUnderWay(visit) || thereYet;
}

/** Nobody decides alone that their own locked doors are enough. @throws Forbidden `office-decides` */
function requireOffice({ actor }: ResolveTicket, outcome: TicketOutcome): void {
  if (outcome !== 'no-access' || actor.role !== 'technician') return;
  throw new Forbidden('office-decides', {
    zh: '客户两次不在是否结案，由科里决定',
    en: 'whether a ticket ends because nobody was there is for the office to decide',
  });
}

/** @throws Invalid `only-of-unrepairable` what is repaired or declined is neither scrapped nor replaced */
function requireDisposalOfUnrepairable(
  outcome: TicketOutcome,
  { disposal }: Pick<ResolveTicket['data'], 'disposal'>,
): void {
  if (disposal === undefined || outcome === 'unrepairable') return;
  throw new Invalid(
    'only-of-unrepairable',
    {
      zh: '只有无法修复的产品才报废或更换',
      en: 'only what cannot be repaired is scrapped or replaced',
    },
    '/disposal',
  );
}
