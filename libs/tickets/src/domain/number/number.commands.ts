import { signatureIsItsOwn } from '../rules/signature-is-its-own.js';
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
  const repeats = events.some(isRepeatFound);
  return events.flatMap((event) => {
    const { visit, ticket = idOf(before) } = event.data as { visit?: number; ticket?: string };
    const { occurredAt, actor } = event;
    const takes = takenBy(event).filter(({ kind }) => kind !== 'signature' || !repeats);
    return takes.map((taken): NumberCommands => {
      const data = { ...taken, ticket, ...(visit !== undefined && { visit }) };
      const command = { id: commandId, type: 'TakeNumber' as const, data, occurredAt, actor };
      return { stream: numberStreams.named(data), commands: [command] };
    });
  });
}

function idOf(before: Ticket): string {
  return before.status === 'none' ? '' : before.ticket;
}

/** An image that stands under something else is found, as it was told late, and takes nothing (V22). */
function isRepeatFound({ type, data }: TicketEvent): boolean {
  return type === 'FindingRecorded' && data.code === signatureIsItsOwn.code;
}

type Taken = Pick<NumberTaken['data'], 'kind' | 'number' | 'stamp'>;

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

/** A stamp takes its image as a stamp's; what nobody signed takes nothing. */
function signature(signed?: Signature): Taken[] {
  if (!signed) return [];
  const { image, stamp } = signed;
  return [{ kind: 'signature', number: image, ...(stamp && { stamp }) }];
}
