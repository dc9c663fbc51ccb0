import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from './found.js';
import { unitsOf } from './quantity.js';
import type { Stock } from './stock.books.js';
import type { AskForMaterial } from './stock.commands.js';
import type { StockEvent } from './stock.events.js';

/** Somebody has left who had it in hand, or signed for it after that: what they have still, they are asked for (R12). */
export function askForMaterial(command: AskForMaterial, stock: Stock): readonly StockEvent[] {
  const kept = stock ? broken([found.materialComesBackFromWhoeverLeaves], stock) : [];
  if (!stock || kept.length === 0) return [];
  const { employee, leftAt: occurredAt = command.occurredAt } = command.data;
  const { sku, place, thousandths } = stock;
  const asked = { sku, place, quantity: unitsOf(thousandths), employee };
  return [
    happened(command, 'MaterialAskedBack', asked, ['R12']),
    ...recordFindings({ ...command, occurredAt }, stock, kept, { person: employee }),
  ];
}
