import type { Type } from '@nestjs/common';
import type { CommandDto } from '@app/http';
import type { TicketCommand } from '../domain/ticket.commands.js';
import * as onSite from './dto/on-site.dto.js';
import * as paper from './dto/paper.dto.js';
import * as planning from './dto/planning.dto.js';
import * as ticket from './dto/ticket.dto.js';
import * as work from './dto/work.dto.js';

/** Every command of a ticket with the form of its data; `RecordArrival` is `POST /tickets/{ticket}/record-arrival`. */
export const ticketCommands: Record<
  Exclude<TicketCommand['type'], 'OpenTicket'>,
  Type<CommandDto>
> = {
  ReviewCustomerFile: ticket.ReviewCustomerFileDto,
  AnalyseFault: ticket.AnalyseFaultDto,
  ResolveTicket: ticket.ResolveTicketDto,
  CloseTicket: ticket.CloseTicketDto,
  ReopenTicket: ticket.ReopenTicketDto,
  CancelTicket: ticket.CancelTicketDto,
  FollowUp: ticket.FollowUpDto,
  ReviewFinding: ticket.ReviewFindingDto,

  ScheduleVisit: planning.ScheduleVisitDto,
  RescheduleVisit: planning.RescheduleVisitDto,
  CancelVisit: planning.CancelVisitDto,
  PrepareVisit: planning.PrepareVisitDto,
  Depart: planning.DepartDto,
  NotifyDelay: planning.NotifyDelayDto,
  RecordArrival: planning.RecordArrivalDto,
  RecordNoShow: planning.RecordNoShowDto,

  GreetCustomer: onSite.GreetCustomerDto,
  ReportConductIncident: onSite.ReportConductIncidentDto,
  CheckEntitlement: onSite.CheckEntitlementDto,
  RecordConsent: onSite.RecordConsentDto,
  InspectIntegrity: onSite.InspectIntegrityDto,
  AcknowledgeDiscrepancy: onSite.AcknowledgeDiscrepancyDto,
  GiveExplanation: onSite.GiveExplanationDto,
  FindExternalCause: onSite.FindExternalCauseDto,
  AcknowledgeCharge: onSite.AcknowledgeChargeDto,

  TakeProductIn: work.TakeProductInDto,
  ReturnProduct: work.ReturnProductDto,
  StartWork: work.StartWorkDto,
  SuspendWork: work.SuspendWorkDto,
  ResumeWork: work.ResumeWorkDto,
  LogLabour: work.LogLabourDto,
  ConsumePart: work.ConsumePartDto,
  CompleteRepair: work.CompleteRepairDto,
  CleanSite: work.CleanSiteDto,

  SignServiceRecord: paper.SignServiceRecordDto,
  RefuseSignature: paper.RefuseSignatureDto,
  CollectCharge: paper.CollectChargeDto,
  IssueReceipt: paper.IssueReceiptDto,
  HandOverCustomerCopy: paper.HandOverCustomerCopyDto,
  LeaveCard: paper.LeaveCardDto,
  BidFarewell: paper.BidFarewellDto,
  Apologise: paper.ApologiseDto,
  LeaveSite: paper.LeaveSiteDto,
  CompleteVisit: paper.CompleteVisitDto,
};
