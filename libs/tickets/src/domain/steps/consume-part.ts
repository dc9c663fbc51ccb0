import { enforceOrFind, findingsAfter, recordDeeds, recordFindings } from '@app/findings';
import { Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { ConsumePart } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { workerOf } from '../visit/crew.js';
import { pieceOf } from '../visit/piece.js';
import { aboutWork } from '../visit/visit.preconditions.js';
import { nextEntry, piecesUsed } from '../visit/work-entries.js';
import { premature, unsignedOnRecord, workedOn } from '../visit/work.preconditions.js';

/** A part out of the technician's hands goes into the customer's product (R10, R12); before the consent or the start it is found. In the workshop it is whoever works there (V18). */
export function consumePart(command: ConsumePart, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = workedOn(command, ticket);
  const unsigned = unsignedOnRecord(command, { open, visit });
  const { quantity } = command.data;
  requireQuantity(quantity);
  const uncovered = enforceOrFind(command, [found.partsAreInHand], {
    quantity,
    inHand: command.known.inHand,
  });
  const again = enforceOrFind(command, [found.partIsUsedOnce], {
    piece: pieceOf(command.data),
    used: piecesUsed(open),
  });
  const part = { ...command.data, entry: nextEntry(open), technician: workerOf(command, visit) };
  const missed = recordFindings(
    command,
    open,
    [...unsigned, ...premature(visit, command.occurredAt)],
    aboutWork(visit, command),
  );
  const findings = missed.reduce<typeof open.findings>(findingsAfter, open.findings);
  return [
    happened(command, 'PartConsumed', part, ['R10', 'R12']),
    ...missed,
    ...recordDeeds(command, { findings }, [...uncovered, ...again], {
      ...aboutWork(visit, command),
      remark: `${command.data.sku} × ${quantity}`,
    }),
  ];
}

/** @throws Invalid it is no whole number above zero */
export function requireQuantity(quantity: number): void {
  if (Number.isInteger(quantity) && quantity > 0) return;
  throw new Invalid(
    'not-a-quantity',
    { zh: '数量须为正整数', en: 'the quantity must be a whole number above zero' },
    '/quantity',
  );
}
