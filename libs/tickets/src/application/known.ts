import { NotFound, type DailySpan } from '@app/kernel';
import { commandOf, type CommandRequest } from '@app/event-store';
import { policyAt } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type {
  CheckEntitlement,
  ConsumePart,
  DataOf,
  LogLabour,
  OpenTicket,
  PrepareVisit,
  Received,
  RescheduleVisit,
  ScheduleVisit,
  TicketCommand,
} from '../domain/ticket.commands.js';
import { checkLabourSpan } from '../domain/steps/log-labour.js';
import { workedOn } from '../domain/work.js';
import type { Ticket, Visit } from '../domain/ticket.state.js';
import { Diaries } from './diaries.js';
import { Custody, CustomerFiles, InstalledBase, ServiceLevels, Staff } from './ports.js';

type Gather<C extends TicketCommand> = (
  data: DataOf<C>,
  ticket: Ticket,
  request: CommandRequest,
) => Promise<C['known']>;

/** What a command must know beyond its ticket, asked of the other contexts; most know enough as they are. */
@Injectable()
export class Known {
  constructor(
    private readonly customers: CustomerFiles,
    private readonly levels: ServiceLevels,
    private readonly staff: Staff,
    private readonly base: InstalledBase,
    private readonly custody: Custody,
    private readonly diaries: Diaries,
  ) {}

  async for(request: CommandRequest, ticket: Ticket): Promise<unknown> {
    const gather = this.gatherers[request.type as keyof typeof this.gatherers] as
      Gather<TicketCommand> | undefined;
    return gather?.(request.data as never, ticket, request);
  }

  private readonly gatherers = {
    OpenTicket: this.forOpening.bind(this),
    ScheduleVisit: ({ technician }: DataOf<ScheduleVisit>) => this.technician(technician),
    RescheduleVisit: async (
      { technician, visit }: DataOf<RescheduleVisit>,
      ticket: Ticket,
      { receivedAt }: CommandRequest,
    ): Promise<RescheduleVisit['known']> => ({
      ...(await this.technician(technician ?? visitOf(ticket, visit)?.technician ?? '')),
      receivedAt,
    }),
    CancelVisit: received,
    CancelTicket: received,
    PrepareVisit: async (
      { tools, visit }: DataOf<PrepareVisit>,
      ticket: Ticket,
    ): Promise<PrepareVisit['known']> => ({
      toolsInHand: await this.custody.toolsInHand(visitOf(ticket, visit)?.technician ?? '', tools),
    }),
    NotifyDelay: received,
    CheckEntitlement: async (by: DataOf<CheckEntitlement>): Promise<CheckEntitlement['known']> => ({
      entitlement: by.override ? undefined : await this.base.entitlementOf(by),
    }),
    LogLabour: this.hoursLogged.bind(this),
    ConsumePart: async (
      { sku, visit }: DataOf<ConsumePart>,
      ticket: Ticket,
    ): Promise<ConsumePart['known']> => {
      const employee = visitOf(ticket, visit)?.technician ?? '';
      return { inHand: await this.custody.partsInHand({ employee, sku }) };
    },
  };

  private async forOpening(
    { customer, site }: DataOf<OpenTicket>,
    _: Ticket,
    { occurredAt }: CommandRequest,
  ): Promise<OpenTicket['known']> {
    if (customer !== undefined) await this.refuseUnknown(customer);
    const known =
      customer && site ? await this.customers.site(customer, site, occurredAt) : undefined;
    const defaultQuietHours: readonly DailySpan[] = policyAt(occurredAt).quietHours;
    return {
      ...(known && { site: known }),
      defaultQuietHours,
      sla: await this.levels.termsFor(customer, occurredAt),
    };
  }

  private async refuseUnknown(customer: string): Promise<void> {
    if (await this.customers.isKnown(customer)) return;
    const says = { zh: '没有这位客户', en: 'there is no such customer' };
    throw new NotFound('unknown-customer', says, '/customer');
  }

  private async technician(employee: string): Promise<ScheduleVisit['known']> {
    return { technician: await this.staff.technician(employee) };
  }

  /** Diaries are loaded only for labour that the ticket itself would take: two days of them at most. */
  private async hoursLogged(
    { span }: DataOf<LogLabour>,
    ticket: Ticket,
    request: CommandRequest,
  ): Promise<LogLabour['known']> {
    const command = commandOf<LogLabour>(request);
    const { visit } = workedOn(command, ticket);
    checkLabourSpan(command, visit);
    return { logged: await this.diaries.hoursLogged(visit.technician, span) };
  }
}

async function received(
  _: unknown,
  _ticket: Ticket,
  { receivedAt }: CommandRequest,
): Promise<Received> {
  return { receivedAt };
}

function visitOf(ticket: Ticket, number: number): Visit | undefined {
  return ticket.status === 'none' ? undefined : ticket.visits.find(({ visit }) => visit === number);
}
