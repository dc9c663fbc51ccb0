import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { Signature } from '../ticket/ticket.values.js';
import type { TakeNumber } from './number.decider.js';
import type { NumberTaken } from './number.events.js';
import { numberStreams } from './number.stream.js';

/** What one number is asked in consequence of a ticket's events. */
export interface NumberCommands {
  readonly stream: string;
  readonly commands: readonly [TakeNumber];
}

/**
 * The numbers that a ticket's new events take: of signatures, receipts and custody slips. They
 * stand or fall with the ticket's own events.
 *
 * @param commandId of the command that caused the events
 */
export function numberCommands(
  events: readonly TicketEvent[],
  before: Ticket,
  { commandId }: { readonly commandId: string },
): NumberCommands[] {
  return events.flatMap((event) => {
    const { visit, ticket = idOf(before) } = event.data as { visit?: number; ticket?: string };
    const { occurredAt, actor } = event;
    return takenBy(event).map((taken): NumberCommands => {
      const data = { ...taken, ticket, ...(visit !== undefined && { visit }) };
      const command = { id: commandId, type: 'TakeNumber' as const, data, occurredAt, actor };
      return { stream: numberStreams.named(data), commands: [command] };
    });
  });
}

function idOf(before: Ticket): string {
  return before.status === 'none' ? '' : before.ticket;
}

type Taken = Pick<NumberTaken['data'], 'kind' | 'number'>;

function takenBy(event: TicketEvent): Taken[] {
  switch (event.type) {
    case 'TicketOpened':
    case 'DiscrepancyAcknowledged':
    case 'ExternalCauseFound':
    case 'ChargeAcknowledged':
    case 'ServiceRecordSigned':
    case 'ProductReturned':
      return signature(event.data.signature);
    case 'ChargeRefunded':
      return [numbered('receipt', event.data.receipt)];
    case 'ReceiptIssued':
      return [numbered('receipt', event.data.number)];
    case 'ProductTakenIn':
      return [numbered('custody-slip', event.data.custodySlip), ...signature(event.data.signature)];
    default:
      return [];
  }
}

function numbered(kind: Taken['kind'], number: string): Taken {
  return { kind, number: number.toUpperCase() };
}

/** A stamp leaves the same image each time, and takes nothing; nor does what nobody signed. */
function signature(signed?: Signature): Taken[] {
  return signed && !signed.stamp ? [{ kind: 'signature', number: signed.image }] : [];
}
