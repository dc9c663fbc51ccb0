import type { Decider } from '@app/kernel';
import * as step from '../steps/index.js';
import { signedForItself } from '../visit/own-signature.js';
import { techniciansStep } from '../visit/technicians-step.js';
import { timekept } from '../clocks/timekeeping.js';
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
  OpenTicket: signedForItself(step.openTicket),
  CorrectIntake: step.correctIntake,
  LinkCustomer: step.linkCustomer,
  RaiseToEmergency: step.raiseToEmergency,
  ReviewCustomerFile: techniciansStep(step.reviewCustomerFile),
  AnalyseFault: techniciansStep(step.analyseFault),
  ResolveTicket: step.resolveTicket,
  CloseTicket: step.closeTicket,
  ReopenTicket: step.reopenTicket,
  CancelTicket: step.cancelTicket,
  FollowUp: step.followUp,
  AskForFollowUp: step.askForFollowUp,
  ApplyTerms: step.applyTerms,
  WatchClocks: step.watchClocks,
  ReviewFinding: step.reviewFinding,
  ReopenVerdict: step.reopenVerdict,

  // Planning a visit
  ScheduleVisit: step.scheduleVisit,
  RescheduleVisit: step.rescheduleVisit,
  CancelVisit: step.cancelVisit,
  AddTechnician: step.addTechnician,
  RemoveTechnician: step.removeTechnician,
  UnassignTechnician: step.unassignTechnician,
  PrepareVisit: techniciansStep(step.prepareVisit),
  CorrectPreparation: step.correctPreparation,
  Depart: techniciansStep(step.depart),
  NotifyDelay: step.notifyDelay,
  RecordArrival: techniciansStep(step.recordArrival),
  RecordNoShow: step.recordNoShow,
  JudgeTools: step.judgeTools,
  JudgeWhereabouts: step.judgeWhereabouts,

  // At the customer's
  RecordCustomerAbsent: techniciansStep(step.recordCustomerAbsent),
  GreetCustomer: techniciansStep(step.greetCustomer),
  AskAboutFault: techniciansStep(step.askAboutFault),
  ReportConductIncident: step.reportConductIncident,
  CheckEntitlement: step.checkEntitlement,
  RecordConsent: step.recordConsent,
  ConsentByClause: step.consentByClause,
  InspectIntegrity: techniciansStep(step.inspectIntegrity),
  AcknowledgeDiscrepancy: techniciansStep(signedForItself(step.acknowledgeDiscrepancy)),
  GiveExplanation: techniciansStep(step.giveExplanation),
  FindExternalCause: techniciansStep(signedForItself(step.findExternalCause)),
  WithdrawExternalCause: techniciansStep(step.withdrawExternalCause),
  AcknowledgeCharge: signedForItself(step.acknowledgeCharge),
  TakeProductIn: techniciansStep(signedForItself(step.takeProductIn)),
  ReturnProduct: signedForItself(step.returnProduct),
  StartWork: techniciansStep(step.startWork),
  SuspendWork: techniciansStep(step.suspendWork),
  ResumeWork: techniciansStep(step.resumeWork),
  LogLabour: techniciansStep(step.logLabour),
  ConsumePart: techniciansStep(step.consumePart),
  CorrectLabour: step.correctLabour,
  CorrectPart: step.correctPart,
  ExplainPartUse: step.explainPartUse,
  CorrectRepairCause: step.correctRepairCause,
  CompleteRepair: techniciansStep(step.completeRepair),
  CleanSite: techniciansStep(step.cleanSite),

  // Paper, money and farewell
  SignServiceRecord: techniciansStep(signedForItself(step.signServiceRecord)),
  RefuseSignature: techniciansStep(step.refuseSignature),
  CollectCharge: step.collectCharge,
  WaiveCharge: step.waiveCharge,
  RefundCharge: step.refundCharge,
  HandOverMoney: step.handOverMoney,
  CorrectHandOver: step.correctHandOver,
  DemandMoney: step.demandMoney,
  FindMoneyKept: step.findMoneyKept,
  StateEarners: step.stateEarners,
  IssueReceipt: step.issueReceipt,
  HandOverCustomerCopy: techniciansStep(step.handOverCustomerCopy),
  LeaveCard: techniciansStep(step.leaveCard),
  BidFarewell: techniciansStep(step.bidFarewell),
  Apologise: step.apologise,
  LeaveSite: techniciansStep(step.leaveSite),
  CompleteVisit: step.completeVisit,
};

/**
 * A ticket from the call to the closing, with its visits. Stream `ticket-<id>`. What the time that has
 * passed says of its clocks comes before each step, so that the history is the same whoever noticed it.
 */
export const ticketDecider: Decider<TicketCommand, Ticket, TicketEvent> = {
  initialState,
  evolve,
  decide(command, ticket) {
    const passed = timekept(command, ticket);
    const now = passed.reduce(evolve, ticket);
    const events = (steps[command.type] as Step<TicketCommand>)(command, now);
    if (events.length === 0 && command.type !== 'WatchClocks') return [];
    const all = [...passed, ...withConsequences(command, now, events)];
    withinBounds(command, ticket, all);
    return all;
  },
};
