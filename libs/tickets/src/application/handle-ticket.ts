import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Invalid } from '@app/kernel';
import {
  commandOf,
  Executor,
  type CommandRequest,
  type Companion,
  type Folded,
  type Outcome,
} from '@app/event-store';
import type { TicketCommand } from '../domain/ticket.commands.js';
import type { TicketEvent } from '../domain/ticket.events.js';
import type { Ticket } from '../domain/ticket.state.js';
import { Diaries } from './diaries.js';
import { Known } from './known.js';
import { Custody, Files } from './ports.js';
import { ticketAggregate, ticketStream } from './ticket.aggregate.js';

/** A command for a ticket. */
export class HandleTicket {
  constructor(readonly request: CommandRequest) {}
}

@CommandHandler(HandleTicket)
export class HandleTicketHandler implements ICommandHandler<HandleTicket> {
  constructor(
    private readonly executor: Executor,
    private readonly known: Known,
    private readonly diaries: Diaries,
    private readonly custody: Custody,
    private readonly files: Files,
  ) {}

  async execute({ request }: HandleTicket): Promise<Outcome> {
    await this.refuseUnknownFiles(request);
    return this.executor.execute<TicketCommand, Ticket, TicketEvent>({
      request,
      stream: ticketStream(request.id),
      aggregate: ticketAggregate,
      command: async (ticket) =>
        ({
          ...commandOf<TicketCommand>(request),
          known: await this.known.for(request, ticket),
        }) as TicketCommand,
      alongside: (events, before) => this.alongside(events, before, request),
    });
  }

  /** A technician's diary and the parts in their hands change with the ticket, or not at all. */
  private alongside(
    events: readonly TicketEvent[],
    before: Folded<Ticket>,
    request: CommandRequest,
  ): Companion[] {
    const parts = events.filter((event) => event.type === 'PartConsumed');
    return [
      ...this.diaries.companions(events, before, request),
      ...parts.map(({ data: { technician: employee, sku, quantity, visit } }) =>
        this.custody.use({ employee, sku, quantity, ticket: request.id, visit }, request),
      ),
    ];
  }

  private async refuseUnknownFiles({ data }: CommandRequest): Promise<void> {
    const { signature, photos } = data as { signature?: { image: string }; photos?: string[] };
    const named = [...(signature ? [signature.image] : []), ...(photos ?? [])];
    const missing = named.length > 0 ? await this.files.missing(named) : [];
    if (missing.length === 0) return;
    const pointer = signature && missing.includes(signature.image) ? '/signature/image' : '/photos';
    throw new Invalid(
      'unknown-file',
      { zh: `没有存储此文件：${missing[0]}`, en: `no such file is stored: ${missing[0]}` },
      pointer,
    );
  }
}
