import { Client } from 'pg';
import { fen, localDate, type Instant, type LocalDate } from '@app/kernel';
import { CopyOut } from '../read/copy-out.js';

/** What a material at a place comes to in a period, in units and fen: opening, moved, late, closing. */
export type Figures = Record<'opening' | 'moved' | 'late' | 'closing', readonly [number, bigint]>;

export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface Line {
  readonly key: string;
  readonly quantity: number;
  readonly worth: bigint;
  readonly day: LocalDate;
  readonly recorded: LocalDate;
}

type OfMovement = { sku: string; place: string; quantity: number; value: string };

/** The log of the stores line by line, without anything of the read models. */
export async function linesOf(url: string): Promise<readonly Line[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const lines: Line[] = [];
  await CopyOut.run(client, 'SELECT * FROM event_store.events ORDER BY position', (event) => {
    const { sku, place, quantity, value } = event.data as OfMovement;
    const sign = event.type === 'MaterialReceived' ? 1 : -1;
    const { occurredAt } = event.meta as { occurredAt: Instant };
    lines.push({
      key: `${sku}:${place}`,
      quantity: sign * quantity,
      worth: BigInt(sign) * fen(value),
      day: localDate(occurredAt),
      recorded: localDate(new Date(event.recordedAt).toISOString()),
    });
  });
  await client.end();
  return lines;
}

/** The figures of a period from the lines, each material at a place that comes to something. */
export function folded(
  lines: readonly Line[],
  { from, until }: Period,
): ReadonlyMap<string, Figures> {
  const all = new Map<string, Figures>();
  for (const { key, quantity, worth, day, recorded } of lines) {
    if (day > until) continue;
    const column = day < from ? 'opening' : recorded > until ? 'late' : 'moved';
    const before = all.get(key) ?? NOTHING;
    const [had, was] = before[column];
    const [left, is] = before.closing;
    all.set(key, {
      ...before,
      [column]: [had + quantity, was + worth],
      closing: [left + quantity, is + worth],
    });
  }
  return all;
}

const NOTHING: Figures = { opening: [0, 0n], moved: [0, 0n], late: [0, 0n], closing: [0, 0n] };
