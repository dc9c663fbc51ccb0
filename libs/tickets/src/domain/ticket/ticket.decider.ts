import type { Decider } from '@app/kernel';
import { acknowledgeCharge } from '../steps/acknowledge-charge.js';
import { acknowledgeDiscrepancy } from '../steps/acknowledge-discrepancy.js';
import { addTechnician } from '../steps/add-technician.js';
import { analyseFault } from '../steps/analyse-fault.js';
import { apologise } from '../steps/apologise.js';
import { bidFarewell } from '../steps/bid-farewell.js';
import { cancelTicket } from '../steps/cancel-ticket.js';
import { cancelVisit } from '../steps/cancel-visit.js';
import { checkEntitlement } from '../steps/check-entitlement.js';
import { cleanSite } from '../steps/clean-site.js';
import { closeTicket } from '../steps/close-ticket.js';
import { collectCharge } from '../steps/collect-charge.js';
import { completeRepair } from '../steps/complete-repair.js';
import { completeVisit } from '../steps/complete-visit.js';
import { consumePart } from '../steps/consume-part.js';
import { correctIntake } from '../steps/correct-intake.js';
import { depart } from '../steps/depart.js';
import { findExternalCause } from '../steps/find-external-cause.js';
import { followUp } from '../steps/follow-up.js';
import { giveExplanation } from '../steps/give-explanation.js';
import { greetCustomer } from '../steps/greet-customer.js';
import { handOverCustomerCopy } from '../steps/hand-over-customer-copy.js';
import { inspectIntegrity } from '../steps/inspect-integrity.js';
import { issueReceipt } from '../steps/issue-receipt.js';
import { leaveCard } from '../steps/leave-card.js';
import { leaveSite } from '../steps/leave-site.js';
import { linkCustomer } from '../steps/link-customer.js';
import { logLabour } from '../steps/log-labour.js';
import { notifyDelay } from '../steps/notify-delay.js';
import { openTicket } from '../steps/open-ticket.js';
import { prepareVisit } from '../steps/prepare-visit.js';
import { recordArrival } from '../steps/record-arrival.js';
import { recordConsent } from '../steps/record-consent.js';
import { recordCustomerAbsent } from '../steps/record-customer-absent.js';
import { recordNoShow } from '../steps/record-no-show.js';
import { refuseSignature } from '../steps/refuse-signature.js';
import { removeTechnician } from '../steps/remove-technician.js';
import { reopenTicket } from '../steps/reopen-ticket.js';
import { reopenVerdict } from '../steps/reopen-verdict.js';
import { reportConductIncident } from '../steps/report-conduct-incident.js';
import { rescheduleVisit } from '../steps/reschedule-visit.js';
import { resolveTicket } from '../steps/resolve-ticket.js';
import { resumeWork } from '../steps/resume-work.js';
import { refundCharge } from '../steps/refund-charge.js';
import { returnProduct } from '../steps/return-product.js';
import { reviewCustomerFile } from '../steps/review-customer-file.js';
import { reviewFinding } from '../steps/review-finding.js';
import { scheduleVisit } from '../steps/schedule-visit.js';
import { signServiceRecord } from '../steps/sign-service-record.js';
import { startWork } from '../steps/start-work.js';
import { suspendWork } from '../steps/suspend-work.js';
import { takeProductIn } from '../steps/take-product-in.js';
import { waiveCharge } from '../steps/waive-charge.js';
import { techniciansStep } from '../visit/technicians-step.js';
import { withinBounds } from './bounds.js';
import { withConsequences } from './consequences.js';
import type { TicketCommand } from './ticket.commands.js';
import type { TicketEvent } from './ticket.events.js';
import { evolve, initialState } from './ticket.evolve.js';
import type { Ticket } from './ticket.state.js';

type Step<C extends TicketCommand> = (command: C, ticket: Ticket) => readonly TicketEvent[];

/** Everything that can be asked of a ticket, and the step that answers. One that is missing does not compile. */
const steps: { readonly [C in TicketCommand as C['type']]: Step<C> } = {
  // The ticket
  OpenTicket: openTicket,
  CorrectIntake: correctIntake,
  LinkCustomer: linkCustomer,
  ReviewCustomerFile: reviewCustomerFile,
  AnalyseFault: analyseFault,
  ResolveTicket: resolveTicket,
  CloseTicket: closeTicket,
  ReopenTicket: reopenTicket,
  CancelTicket: cancelTicket,
  FollowUp: followUp,
  ReviewFinding: reviewFinding,
  ReopenVerdict: reopenVerdict,

  // Planning a visit
  ScheduleVisit: scheduleVisit,
  RescheduleVisit: rescheduleVisit,
  CancelVisit: cancelVisit,
  AddTechnician: addTechnician,
  RemoveTechnician: removeTechnician,
  PrepareVisit: techniciansStep(prepareVisit),
  Depart: techniciansStep(depart),
  NotifyDelay: notifyDelay,
  RecordArrival: techniciansStep(recordArrival),
  RecordNoShow: recordNoShow,

  // At the customer's
  RecordCustomerAbsent: techniciansStep(recordCustomerAbsent),
  GreetCustomer: techniciansStep(greetCustomer),
  ReportConductIncident: reportConductIncident,
  CheckEntitlement: checkEntitlement,
  RecordConsent: techniciansStep(recordConsent),
  InspectIntegrity: techniciansStep(inspectIntegrity),
  AcknowledgeDiscrepancy: techniciansStep(acknowledgeDiscrepancy),
  GiveExplanation: techniciansStep(giveExplanation),
  FindExternalCause: techniciansStep(findExternalCause),
  AcknowledgeCharge: acknowledgeCharge,
  TakeProductIn: techniciansStep(takeProductIn),
  ReturnProduct: returnProduct,
  StartWork: techniciansStep(startWork),
  SuspendWork: techniciansStep(suspendWork),
  ResumeWork: techniciansStep(resumeWork),
  LogLabour: techniciansStep(logLabour),
  ConsumePart: techniciansStep(consumePart),
  CompleteRepair: techniciansStep(completeRepair),
  CleanSite: techniciansStep(cleanSite),

  // Paper, money and farewell
  SignServiceRecord: techniciansStep(signServiceRecord),
  RefuseSignature: techniciansStep(refuseSignature),
  CollectCharge: collectCharge,
  WaiveCharge: waiveCharge,
  RefundCharge: refundCharge,
  IssueReceipt: issueReceipt,
  HandOverCustomerCopy: techniciansStep(handOverCustomerCopy),
  LeaveCard: techniciansStep(leaveCard),
  BidFarewell: techniciansStep(bidFarewell),
  Apologise: apologise,
  LeaveSite: techniciansStep(leaveSite),
  CompleteVisit: completeVisit,
};

/** A ticket from the call to the closing, with its visits. Stream `ticket-<id>`. */
export const ticketDecider: Decider<TicketCommand, Ticket, TicketEvent> = {
  initialState,
  evolve,
  decide(command, ticket) {
    const events = (steps[command.type] as Step<TicketCommand>)(command, ticket);
    const all = withConsequences(command, ticket, events);
    withinBounds(command, ticket, all);
    return all;
  },
};
