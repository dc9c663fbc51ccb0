import type { Command, Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import { notBefore } from './preconditions.js';
import type { TicketCommand } from './ticket.commands.js';
import type { TicketEvent } from './ticket.events.js';
import type { StepsAt } from '../visit/visit.state.js';

type Steps = { readonly [C in TicketCommand['type']]?: readonly TicketEvent['type'][] };

/** What can be done at the customer's only: nobody has left before it. */
const ON_SITE = [
  'CustomerGreeted',
  'FaultDescribed',
  'EntitlementChecked',
  'ConsentGiven',
  'IntegrityInspected',
  'DiscrepancyAcknowledged',
  'ExplanationGiven',
  'ExternalCauseFound',
  'ProductTakenIn',
  'ProductReturned',
  'WorkStarted',
  'WorkSuspended',
  'WorkResumed',
  'RepairCompleted',
  'SiteCleaned',
  'CardLeft',
  'FarewellMade',
] as const satisfies readonly TicketEvent['type'][];

/** What each step of a visit builds on: what it needs, or what it replaces. */
const VISIT_BUILDS_ON: Steps = {
  RescheduleVisit: ['VisitScheduled', 'VisitRescheduled'],
  CancelVisit: ['VisitScheduled', 'VisitRescheduled'],
  AddTechnician: ['VisitScheduled', 'VisitRescheduled', 'TechnicianRemoved'],
  RemoveTechnician: ['TechnicianAdded'],
  PrepareVisit: ['VisitScheduled'],
  Depart: ['VisitScheduled', 'VisitPrepared'],
  NotifyDelay: ['VisitScheduled'],
  CheckEntitlement: ['EntitlementChecked'],
  InspectIntegrity: ['IntegrityInspected'],
  AcknowledgeDiscrepancy: ['IntegrityInspected'],
  WithdrawExternalCause: ['ExternalCauseFound'],
  CorrectRepairCause: ['RepairCompleted'],
  AcknowledgeCharge: ['ChargeAcknowledged'],
  ReturnProduct: ['ProductTakenIn'],
  StartWork: [
    'EntitlementChecked',
    'ConsentGiven',
    'IntegrityInspected',
    'DiscrepancyAcknowledged',
    'ChargeAcknowledged',
  ],
  SuspendWork: ['WorkStarted', 'WorkResumed'],
  ResumeWork: ['WorkSuspended'],
  CompleteRepair: [
    'WorkStarted',
    'WorkResumed',
    'DiscrepancyAcknowledged',
    'ChargeAcknowledged',
    'RepairCompleted',
  ],
  SignServiceRecord: ['RepairCompleted', 'SignatureRefused'],
  RefuseSignature: ['RepairCompleted'],
  CollectCharge: ['ChargeAcknowledged'],
  WaiveCharge: ['ChargeAcknowledged'],
  RefundCharge: ['ChargeCollected'],
  HandOverMoney: ['ChargeCollected'],
  IssueReceipt: ['ChargeCollected'],
  BidFarewell: ['FarewellMade'],
  LeaveSite: ON_SITE,
  CompleteVisit: [
    'IntegrityInspected',
    'DiscrepancyAcknowledged',
    'RepairCompleted',
    'ServiceRecordSigned',
    'SignatureRefused',
    'ChargeCollected',
    'ReceiptIssued',
    'CustomerCopyHandedOver',
  ],
};

/**
 * Of these, what a step that is told late may come before: a duty, which is found to have been done too
 * late, and what is done more than once, of which the first may be told last.
 */
const OWED: Steps = {
  RescheduleVisit: ['VisitRescheduled'],
  Depart: ['VisitPrepared'],
  CheckEntitlement: ['EntitlementChecked'],
  InspectIntegrity: ['IntegrityInspected'],
  AcknowledgeDiscrepancy: ['IntegrityInspected'],
  SuspendWork: ['WorkResumed'],
  ResumeWork: ['WorkSuspended'],
  BidFarewell: ['FarewellMade'],
  RaiseToEmergency: ['TicketReopened'],
  StartWork: [
    'EntitlementChecked',
    'ConsentGiven',
    'IntegrityInspected',
    'DiscrepancyAcknowledged',
    'ChargeAcknowledged',
  ],
  CompleteRepair: [
    'DiscrepancyAcknowledged',
    'ChargeAcknowledged',
    'WorkResumed',
    'RepairCompleted',
  ],
  SignServiceRecord: ['RepairCompleted', 'SignatureRefused'],
  RefuseSignature: ['RepairCompleted'],
  CollectCharge: ['ChargeAcknowledged'],
  RefundCharge: ['ChargeCollected'],
};

/** How a visit ends. */
const ENDED = ['TechnicianLeft', 'CustomerAbsent', 'NoShowRecorded', 'VisitCancelled'] as const;

/** What each step of the ticket itself builds on. What the office did before the call is none of this ticket's. */
const TICKET_BUILDS_ON: Steps = {
  CorrectIntake: ['TicketOpened', 'IntakeCorrected', 'CustomerLinked'],
  LinkCustomer: ['TicketOpened', 'IntakeCorrected', 'CustomerLinked'],
  RaiseToEmergency: ['TicketOpened', 'TicketReopened'],
  ReviewCustomerFile: ['TicketOpened'],
  AnalyseFault: ['TicketOpened'],
  ScheduleVisit: ['TicketOpened', 'TicketReopened'],
  ResolveTicket: ['TicketOpened', 'TicketReopened', 'RepairCompleted', ...ENDED],
  CloseTicket: [
    'TicketResolved',
    'ProductReturned',
    'VisitCompleted',
    'ReceiptIssued',
    'FindingUpheld',
    'FindingExcused',
  ],
  CancelTicket: [
    'TicketOpened',
    'TicketReopened',
    'VisitScheduled',
    'VisitRescheduled',
    ...ENDED,
    'ProductReturned',
    'ReceiptIssued',
    'ChargeRefunded',
  ],
  ReopenTicket: ['TicketResolved', 'TicketClosed', 'TicketCancelled'],
  FollowUp: ['TicketResolved'],
  ApplyTerms: ['TicketOpened', 'TicketReopened', 'CustomerLinked'],
};

const BUILDS_ON: Steps = { ...VISIT_BUILDS_ON, ...TICKET_BUILDS_ON };
const builtOn = {
  visit: new Set(Object.values(VISIT_BUILDS_ON).flat()),
  ticket: new Set(Object.values(TICKET_BUILDS_ON).flat()),
};

/** The `stepsAt` of a visit or a ticket after one more event. The latest stays: what is sent late moves nothing back. */
export function stepsAfter(
  { stepsAt }: { readonly stepsAt: StepsAt },
  { type, occurredAt }: TicketEvent,
  of: 'visit' | 'ticket' = 'visit',
): StepsAt {
  if (!builtOn[of].has(type)) return stepsAt;
  const before = stepsAt[type] ?? '';
  return before < occurredAt ? { ...stepsAt, [type]: occurredAt } : stepsAt;
}

/** When each kind of step was done first, after one more event; what is sent late may have been earlier. */
export function firstAfter(
  { firstAt }: { readonly firstAt: StepsAt },
  { type, occurredAt }: { readonly type: TicketEvent['type']; readonly occurredAt: Instant },
): StepsAt {
  const before = firstAt[type];
  return before !== undefined && before <= occurredAt
    ? firstAt
    : { ...firstAt, [type]: occurredAt };
}

/**
 * Refuses a step that is dated before the steps that it builds on, also when it is sent late. A
 * clock that is wrong by the same amount all day keeps the order. One that was set back between two
 * steps gets no tolerance, since the history as of a time is made from these times. Nothing is
 * lost: the refusal names the earliest time that is accepted. Of a step that is told late, a duty that
 * was done only after it is a finding, and no contradiction.
 *
 * Hours, parts, paper and money may be recorded after something that happened later, so they are
 * compared only with the steps that they need.
 *
 * @throws Invalid `occurred-too-early`, pointing at `/occurredAt`
 */
export function inOrder(command: Command, { stepsAt }: { readonly stepsAt: StepsAt }): void {
  const type = command.type as TicketCommand['type'];
  const owed = toldLate(command) ? (OWED[type] ?? []) : [];
  const before = (BUILDS_ON[type] ?? []).filter((each) => !owed.includes(each));
  const times = before.flatMap((type) => stepsAt[type] ?? []);
  notBefore(command, times.sort().at(-1));
}
