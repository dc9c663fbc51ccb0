import { Injectable } from '@nestjs/common';
import { commandOf, type DecisionContext, type RequestFor } from '@app/event-store';
import { policyAt, toldLate } from '@app/policy';
import { foundInTwoPlaces } from '../domain/steps/judge-whereabouts.js';
import { checkLabourSpan } from '../domain/steps/log-labour.js';
import type {
  AcknowledgeCharge,
  AddTechnician,
  CheckEntitlement,
  ConsumePart,
  CorrectLabour,
  CorrectPart,
  CorrectPreparation,
  LinkCustomer,
  LogLabour,
  NotifyDelay,
  OpenTicket,
  PrepareVisit,
  RecordArrival,
  RecordCustomerAbsent,
  JudgeWhereabouts,
  RescheduleVisit,
  ScheduleVisit,
  SuspendWork,
  TicketCommand,
} from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { workerOf } from '../domain/visit/crew.js';
import { workedOn } from '../domain/visit/work.preconditions.js';
import { whichOf } from '../domain/visit/piece.js';
import { AfterWarrantyPrices } from './after-warranty-prices.js';
import { knownOfAbsence, knownOfResumption } from './known-of-bookings.js';
import { knownOfLabour, knownOfPart } from './known-of-entries.js';
import { Diaries } from './diaries.js';
import { callOf } from './installed-cover.js';
import { OtherContexts } from './other-contexts.js';
import { Custody } from './ports.js';
import { ShortAnswers } from './short-answers.js';
import { doerIn, preparedIn, technicianOf, whoComes, workerIn } from './whose-visit.js';

/** Finds out what commands must know beyond their ticket. Most need nothing, and have no method here. */
@Injectable()
export class TicketDecisionContext
  extends ShortAnswers
  implements DecisionContext<TicketCommand, Ticket>
{
  private readonly prices: AfterWarrantyPrices;

  constructor(
    others: OtherContexts,
    private readonly custody: Custody,
    private readonly diaries: Diaries,
  ) {
    super(others);
    this.prices = new AfterWarrantyPrices(custody);
  }

  async openTicket(request: RequestFor<OpenTicket>): Promise<OpenTicket['known']> {
    const { data, occurredAt } = request;
    const { customer, site: name } = data;
    const site =
      customer === undefined ? undefined : await this.others.siteOf(customer, name, occurredAt);
    return {
      ...(site && { site }),
      defaultQuietHours: policyAt(occurredAt).quietHours,
      sla: await this.others.termsFor(data, occurredAt),
      ...(await this.others.signatureUse(request)),
    };
  }

  async acknowledgeCharge(request: RequestFor<AcknowledgeCharge>, ticket: Ticket) {
    const costs = await this.prices.costs(request.data, ticket);
    return { ...(await this.signed(request)), costs };
  }

  /** The customer's terms count from the call, and so are those that they had then. */
  async linkCustomer(
    { data, occurredAt }: RequestFor<LinkCustomer>,
    ticket: Ticket,
  ): Promise<LinkCustomer['known']> {
    const calledAt = ticket.status === 'none' ? occurredAt : ticket.openedAt;
    const site = await this.others.siteOf(data.customer, data.site, occurredAt);
    return {
      ...(site && { site }),
      defaultQuietHours: policyAt(occurredAt).quietHours,
      sla: await this.others.termsFor(data, calledAt),
    };
  }

  async scheduleVisit(
    { data, occurredAt }: RequestFor<ScheduleVisit>,
    ticket: Ticket,
  ): Promise<ScheduleVisit['known']> {
    const technician = await this.others.technician(data.technician, occurredAt);
    return { technician, ...(await this.others.quietHours(ticket, occurredAt)) };
  }

  async rescheduleVisit(
    { data, occurredAt, receivedAt }: RequestFor<RescheduleVisit>,
    ticket: Ticket,
  ): Promise<RescheduleVisit['known']> {
    const employee = data.technician ?? technicianOf(ticket, data.visit);
    const technician = await this.others.technician(employee, occurredAt);
    return { technician, receivedAt, ...(await this.others.quietHours(ticket, occurredAt)) };
  }

  async addTechnician(
    { data, id, occurredAt }: RequestFor<AddTechnician>,
    state: Ticket,
  ): Promise<AddTechnician['known']> {
    const technician = await this.others.technician(data.technician, occurredAt);
    if (!technician) return { technician };
    return {
      technician,
      elsewhere: await this.diaries.elsewhere(technician.employee, { id, state }, occurredAt),
    };
  }

  async notifyDelay(
    { occurredAt, receivedAt }: RequestFor<NotifyDelay>,
    ticket: Ticket,
  ): Promise<NotifyDelay['known']> {
    return { receivedAt, ...(await this.others.quietHours(ticket, occurredAt)) };
  }

  async recordArrival(
    request: RequestFor<RecordArrival>,
    ticket: Ticket,
  ): Promise<RecordArrival['known']> {
    const { id, occurredAt } = request;
    const [technician, ...others] = whoComes(ticket, commandOf(request));
    const here = { id, state: ticket };
    return {
      elsewhere: technician ? await this.diaries.elsewhere(technician, here, occurredAt) : [],
      othersElsewhere: await this.diaries.whoIsElsewhere(others, here, occurredAt),
      ...(await this.others.quietHours(ticket, occurredAt)),
    };
  }

  async judgeWhereabouts(
    { data, id }: RequestFor<JudgeWhereabouts>,
    ticket: Ticket,
  ): Promise<JudgeWhereabouts['known']> {
    const { technician, date } = data;
    const found = ticket.status === 'none' ? [] : foundInTwoPlaces(ticket, technician, date);
    const here = { id, state: ticket };
    return { whereabouts: await this.diaries.whereabouts(data, here, found) };
  }

  recordCustomerAbsent(
    request: RequestFor<RecordCustomerAbsent>,
    ticket: Ticket,
  ): Promise<RecordCustomerAbsent['known']> {
    return knownOfAbsence(this.diaries, request, ticket);
  }

  async suspendWork(
    request: RequestFor<SuspendWork>,
    ticket: Ticket,
  ): Promise<SuspendWork['known']> {
    const hours = await this.others.quietHours(ticket, request.occurredAt);
    return { ...hours, ...(await knownOfResumption(this.diaries, request, ticket)) };
  }

  async prepareVisit(
    request: RequestFor<PrepareVisit>,
    ticket: Ticket,
  ): Promise<PrepareVisit['known']> {
    const { tools } = request.data;
    const doer = doerIn(ticket, commandOf(request));
    return { toolsInHand: await this.others.toolsInHand(doer, tools, request.occurredAt) };
  }

  /** Cover is judged at the call, by what the file of the unit says now. */
  async checkEntitlement(
    { data, occurredAt }: RequestFor<CheckEntitlement>,
    ticket: Ticket,
  ): Promise<CheckEntitlement['known']> {
    if (data.override) return { entitlement: undefined };
    return this.others.entitlementOf(data, callOf(ticket, occurredAt));
  }

  /** Diaries are loaded only for labour that the ticket itself would take: two days of them at most. */
  async logLabour(request: RequestFor<LogLabour>, ticket: Ticket): Promise<LogLabour['known']> {
    const command = commandOf(request);
    const { from } = request.data.span;
    const { visit } = workedOn(command, ticket, from);
    const technician = workerOf(command, visit, from);
    checkLabourSpan(command, visit, technician);
    return { logged: await this.diaries.hoursLogged(technician, request.data.span) };
  }

  async consumePart(
    request: RequestFor<ConsumePart>,
    ticket: Ticket,
  ): Promise<ConsumePart['known']> {
    const command = commandOf(request);
    const { sku, quantity } = request.data;
    const of = { sku, quantity, ...whichOf(request.data) };
    const asked = { employee: workerIn(ticket, command), at: request.occurredAt };
    const late = toldLate(command);
    return this.custody.partsInHand({ ...of, ...asked, late });
  }

  correctLabour(
    request: RequestFor<CorrectLabour>,
    ticket: Ticket,
  ): Promise<CorrectLabour['known']> {
    return knownOfLabour(this.diaries, request, ticket);
  }

  correctPart(request: RequestFor<CorrectPart>, ticket: Ticket): Promise<CorrectPart['known']> {
    return knownOfPart(this.custody, request, ticket);
  }

  async correctPreparation(
    request: RequestFor<CorrectPreparation>,
    ticket: Ticket,
  ): Promise<CorrectPreparation['known']> {
    const { tools, person, at } = preparedIn(ticket, commandOf(request));
    return { toolsInHand: await this.others.toolsInHand(person, tools, at) };
  }
}
