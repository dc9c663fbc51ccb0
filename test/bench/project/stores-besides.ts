import type { MaterialEvent, PieceEvent, ToolEvent } from '@app/inventory';
import type { History } from '../report/fill.js';
import { BEGINS, lineOf, type Line } from '../report/year.js';
import { skuOf } from '../stock/books.js';

type Happened<Event> = Event extends { type: infer Type; data: infer Data }
  ? { readonly type: Type; readonly data: Data }
  : never;

/** What stands in the log of the stores beside the movements: the materials, and as many tools and pieces with their ways. */
export function storesBesides(count: number): History {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const lines = [numbers.map(material), numbers.flatMap(tool), numbers.flatMap(piece)].flat();
  return { next: (some) => lines.splice(0, some) };
}

function material(number: number): Line {
  const sku = skuOf(number);
  const kept = { name: '电容 35μF', unit: '只', decimals: 0, class: `class-${number % 20}` };
  const event: Happened<MaterialEvent> = {
    type: 'MaterialRegistered',
    data: { sku, ...kept, minimum: 10, leadDays: 7 },
  };
  return lineOf([`material-${sku}`, 1], event, BEGINS);
}

function tool(number: number): Line[] {
  const id = `TOOL-${number}`;
  const of = { tool: id, employee: `tech-${number % 40}` };
  const entry = { tool: id, name: '万用表', serial: `FLK-${number}`, class: 'meter' };
  return history<ToolEvent>(`tool-${id}`, [
    { type: 'ToolRegistered', data: { ...entry, needsCalibration: false } },
    { type: 'ToolCheckedOut', data: { ...of, due: '2025-12-01T09:00:00.000Z' } },
    { type: 'ToolAccepted', data: of },
    { type: 'ToolReturned', data: { ...of, condition: 'good' } },
  ]);
}

function piece(number: number): Line[] {
  const [sku, serial, place] = [skuOf(number), `SN-${number}`, 'main'];
  const to = `hands-tech-${number % 40}`;
  const entry = { ticket: `T-${number}`, visit: 1, entry: 1 };
  const moves = [
    { deed: 'received', place, slip: 'R-1' },
    { deed: 'issued', place, to, slip: 'I-1' },
    { deed: 'accepted', place, to, slip: 'I-1' },
    { deed: 'used', place: to, ...entry },
  ] as const;
  return history<PieceEvent>(
    `piece-${sku}:${serial}`,
    moves.map((move, index) => ({
      type: 'PieceMoved',
      data: { sku, serial, number: index + 1, ...move },
    })),
  );
}

function history<Event extends { readonly type: string; readonly data: object }>(
  stream: string,
  events: readonly Happened<Event>[],
): Line[] {
  return events.map((event, index) =>
    lineOf(
      [stream, index + 1],
      event as unknown as { readonly type: string; readonly data: object },
      BEGINS,
    ),
  );
}
