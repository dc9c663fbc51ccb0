import { Injectable } from '@nestjs/common';
import { commandOf, type DecisionContext, type RequestFor } from '@app/event-store';
import { policyAt } from '@app/policy';
import { checkLabourSpan } from '../domain/steps/log-labour.js';
import type {
  CancelTicket,
  CancelVisit,
  CheckEntitlement,
  ConsumePart,
  LogLabour,
  NotifyDelay,
  OpenTicket,
  PrepareVisit,
  Received,
  RescheduleVisit,
  ScheduleVisit,
  TicketCommand,
} from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { workedOn } from '../domain/visit/work.preconditions.js';
import { Diaries } from './diaries.js';
import { OtherContexts } from './other-contexts.js';
import { Custody } from './ports.js';

/** Finds out what commands must know beyond their ticket. Most need nothing, and have no method here. */
@Injectable()
export class TicketDecisionContext implements DecisionContext<TicketCommand, Ticket> {
  constructor(
    private readonly others: OtherContexts,
    private readonly custody: Custody,
    private readonly diaries: Diaries,
  ) {}

  async openTicket({ data, occurredAt }: RequestFor<OpenTicket>): Promise<OpenTicket['known']> {
    const { customer, site: name } = data;
    const site =
      customer === undefined ? undefined : await this.others.siteOf(customer, name, occurredAt);
    return {
      ...(site && { site }),
      defaultQuietHours: policyAt(occurredAt).quietHours,
      sla: await this.others.termsFor(customer, occurredAt),
    };
  }

  async scheduleVisit({ data }: RequestFor<ScheduleVisit>): Promise<ScheduleVisit['known']> {
    return { technician: await this.others.technician(data.technician) };
  }

  async rescheduleVisit(
    { data, receivedAt }: RequestFor<RescheduleVisit>,
    ticket: Ticket,
  ): Promise<RescheduleVisit['known']> {
    const employee = data.technician ?? technicianOf(ticket, data.visit);
    return { technician: await this.others.technician(employee), receivedAt };
  }

  cancelVisit(request: RequestFor<CancelVisit>): Promise<Received> {
    return received(request);
  }

  cancelTicket(request: RequestFor<CancelTicket>): Promise<Received> {
    return received(request);
  }

  notifyDelay(request: RequestFor<NotifyDelay>): Promise<Received> {
    return received(request);
  }

  async prepareVisit(
    { data: { tools, visit }, occurredAt }: RequestFor<PrepareVisit>,
    ticket: Ticket,
  ): Promise<PrepareVisit['known']> {
    return {
      toolsInHand: await this.others.toolsInHand(technicianOf(ticket, visit), tools, occurredAt),
    };
  }

  async checkEntitlement({
    data,
  }: RequestFor<CheckEntitlement>): Promise<CheckEntitlement['known']> {
    return { entitlement: data.override ? undefined : await this.others.entitlementOf(data) };
  }

  /** Diaries are loaded only for labour that the ticket itself would take: two days of them at most. */
  async logLabour(request: RequestFor<LogLabour>, ticket: Ticket): Promise<LogLabour['known']> {
    const command = commandOf(request);
    const { visit } = workedOn(command, ticket);
    checkLabourSpan(command, visit);
    const { span } = request.data;
    return { logged: await this.diaries.hoursLogged(visit.technician, span) };
  }

  async consumePart(
    request: RequestFor<ConsumePart>,
    ticket: Ticket,
  ): Promise<ConsumePart['known']> {
    const { sku, visit } = request.data;
    const employee = technicianOf(ticket, visit);
    return { inHand: await this.custody.partsInHand({ employee, sku, at: request.occurredAt }) };
  }
}

async function received({ receivedAt }: RequestFor<TicketCommand>): Promise<Received> {
  return { receivedAt };
}

/** The visit's technician; empty where there is no such visit, since no employee has an empty id. */
function technicianOf(ticket: Ticket, number: number): string {
  const visits = ticket.status === 'none' ? [] : ticket.visits;
  return visits.find(({ visit }) => visit === number)?.technician ?? '';
}
