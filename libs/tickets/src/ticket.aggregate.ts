import { aggregate, changes, creates, internal } from '@app/aggregates';
import { appeals, reviews } from '@app/findings/src/http/reviews.js';
import { managers, office, onSite, planners } from '@app/identity';
import { employeesOf, tellTicket } from './account/account.js';
import { ticketDecider } from './domain/ticket/ticket.decider.js';
import { ticketEventTypes } from './domain/ticket/ticket.event-types.js';
import { ticketStreams } from './domain/ticket/ticket.stream.js';
import * as correction from './http/dto/correction.dto.js';
import * as ends from './http/dto/ends.dto.js';
import * as intake from './http/dto/intake.dto.js';
import { CheckEntitlementDto } from './http/dto/entitlement.dto.js';
import * as onSiteForms from './http/dto/on-site.dto.js';
import * as paper from './http/dto/paper.dto.js';
import * as planning from './http/dto/planning.dto.js';
import * as ticket from './http/dto/ticket.dto.js';
import * as work from './http/dto/work.dto.js';

/** A customer's problem, from the call to the closing. What is shown of it is a read model, `ticket-detail`. */
export const tickets = aggregate({
  streams: ticketStreams,
  decider: ticketDecider,
  events: ticketEventTypes,
  bare: ['CustomerFileReviewed'],
  account: { mentions: employeesOf, tell: tellTicket },
  path: 'tickets',
  id: 'ticket',
  commands: {
    // The ticket
    OpenTicket: creates(ticket.OpenTicketDto, [...office, 'sales']),
    CorrectIntake: changes(intake.CorrectIntakeDto, [...office, 'sales']),
    LinkCustomer: changes(intake.LinkCustomerDto, [...office, 'sales']),
    RaiseToEmergency: changes(intake.RaiseToEmergencyDto, [...office, 'technician']),
    ReviewCustomerFile: changes(ticket.ReviewCustomerFileDto, [...office, 'technician']),
    AnalyseFault: changes(ticket.AnalyseFaultDto, [...office, 'technician']),
    ResolveTicket: changes(ends.ResolveTicketDto, ['technician', ...planners]),
    CloseTicket: changes(ticket.CloseTicketDto, office),
    ReopenTicket: changes(ticket.ReopenTicketDto, office),
    CancelTicket: changes(ends.CancelTicketDto, office),
    FollowUp: changes(ticket.FollowUpDto, office),
    AskForFollowUp: internal,
    ApplyTerms: changes(ticket.ApplyTermsDto, managers),
    WatchClocks: internal,
    ReviewFinding: reviews,
    ReopenVerdict: appeals,

    // Planning a visit
    ScheduleVisit: changes(planning.ScheduleVisitDto, planners),
    RescheduleVisit: changes(planning.RescheduleVisitDto, planners),
    CancelVisit: changes(planning.CancelVisitDto, planners),
    AddTechnician: changes(planning.AddTechnicianDto, planners),
    RemoveTechnician: changes(planning.RemoveTechnicianDto, planners),
    UnassignTechnician: internal,
    PrepareVisit: changes(planning.PrepareVisitDto, onSite),
    CorrectPreparation: changes(correction.CorrectPreparationDto, onSite),
    Depart: changes(planning.DepartDto, onSite),
    NotifyDelay: changes(planning.NotifyDelayDto, ['technician', ...office]),
    RecordArrival: changes(planning.RecordArrivalDto, onSite),
    RecordNoShow: changes(planning.RecordNoShowDto, [...office, 'technician']),
    JudgeTools: internal,
    JudgeWhereabouts: internal,

    // At the customer's
    RecordCustomerAbsent: changes(onSiteForms.RecordCustomerAbsentDto, onSite),
    GreetCustomer: changes(onSiteForms.GreetCustomerDto, onSite),
    AskAboutFault: changes(onSiteForms.AskAboutFaultDto, onSite),
    ReportConductIncident: changes(onSiteForms.ReportConductIncidentDto, [
      ...office,
      'technician',
      'sales',
      'general-manager',
    ]),
    CheckEntitlement: changes(CheckEntitlementDto, onSite),
    RecordConsent: changes(onSiteForms.RecordConsentDto, [...office, 'technician']),
    ConsentByClause: internal,
    InspectIntegrity: changes(onSiteForms.InspectIntegrityDto, onSite),
    AcknowledgeDiscrepancy: changes(onSiteForms.AcknowledgeDiscrepancyDto, onSite),
    GiveExplanation: changes(onSiteForms.GiveExplanationDto, onSite),
    FindExternalCause: changes(onSiteForms.FindExternalCauseDto, onSite),
    WithdrawExternalCause: changes(onSiteForms.WithdrawExternalCauseDto, onSite),
    AcknowledgeCharge: changes(onSiteForms.AcknowledgeChargeDto, onSite),
    TakeProductIn: changes(work.TakeProductInDto, onSite),
    ReturnProduct: changes(work.ReturnProductDto, [...onSite, 'storekeeper']),
    StartWork: changes(work.StartWorkDto, onSite),
    SuspendWork: changes(work.SuspendWorkDto, onSite),
    ResumeWork: changes(work.ResumeWorkDto, onSite),
    LogLabour: changes(work.LogLabourDto, onSite),
    ConsumePart: changes(work.ConsumePartDto, onSite),
    CorrectLabour: changes(correction.CorrectLabourDto, onSite),
    CorrectPart: changes(correction.CorrectPartDto, onSite),
    ExplainPartUse: internal,
    CorrectRepairCause: changes(correction.CorrectRepairCauseDto, onSite),
    CompleteRepair: changes(work.CompleteRepairDto, onSite),
    CleanSite: changes(work.CleanSiteDto, onSite),

    // Paper, money and farewell
    SignServiceRecord: changes(paper.SignServiceRecordDto, onSite),
    RefuseSignature: changes(paper.RefuseSignatureDto, onSite),
    CollectCharge: changes(paper.CollectChargeDto, [...office, 'technician', 'sales']),
    WaiveCharge: changes(paper.WaiveChargeDto, managers),
    RefundCharge: changes(paper.RefundChargeDto, managers),
    HandOverMoney: changes(paper.HandOverMoneyDto, office),
    CorrectHandOver: changes(paper.CorrectHandOverDto, office),
    DemandMoney: internal,
    FindMoneyKept: internal,
    StateEarners: changes(paper.StateEarnersDto, onSite),
    IssueReceipt: changes(paper.IssueReceiptDto, [...office, 'technician', 'sales']),
    HandOverCustomerCopy: changes(paper.HandOverCustomerCopyDto, onSite),
    LeaveCard: changes(paper.LeaveCardDto, onSite),
    BidFarewell: changes(paper.BidFarewellDto, onSite),
    Apologise: changes(paper.ApologiseDto, onSite),
    LeaveSite: changes(paper.LeaveSiteDto, onSite),
    CompleteVisit: changes(paper.CompleteVisitDto, onSite),
  },
});
