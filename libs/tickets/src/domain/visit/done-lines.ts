import { fen, type Fen } from '@app/kernel';
import type { QuoteLine } from '../ticket/ticket.values.js';

/** Hours or a part that count on a visit. */
export interface WorkDone {
  /** Number on the ticket. */
  readonly entry: number;
  /** Of labour, decimals with two places. */
  readonly hours?: string;
  /** Of labour, how long it really took: its hours are rounded, and money is only at the end. */
  readonly seconds?: number;
  /** Of a part. */
  readonly sku?: string;
  readonly quantity?: number;
}

/** What of an entry no line has taken up yet: pieces, or seconds of labour. */
interface Rest {
  readonly of: WorkDone;
  left: bigint;
}

/** A whole is done, or so much of it: how much of how much. */
type Share = readonly [part: bigint, whole: bigint];

const WHOLE: Share = [1n, 1n];
const NOTHING: Share = [0n, 1n];

/**
 * What of each line was really done, in fen and in the order of the lines. Coming is done once
 * somebody is there. Labour and parts are owed as far as hours and parts are on the ticket: of a line
 * that says how much it is for, that share; a sum for the whole asks for one entry of its own. Where
 * it cannot be told which line an entry belongs to, it counts for the customer: the line that cover bears
 * first, then the cheaper one.
 */
export function doneOf(lines: readonly QuoteLine[], work: readonly WorkDone[]): Fen[] {
  const rests = work.map((of) => ({ of, left: unitsOf(of) }));
  const shares = new Map<QuoteLine, Share>();
  for (const line of [...lines].sort(inFavourOfTheCustomer)) shares.set(line, taken(line, rests));
  return lines.map((line) => rounded(fen(line.amount), shares.get(line) ?? NOTHING));
}

/** As `doneOf`, where the repair brought the service back: as signed, but for parts of which fewer were used. */
export function repairedOf(lines: readonly QuoteLine[], work: readonly WorkDone[]): Fen[] {
  const done = doneOf(lines, work);
  return lines.map((line, index) => (isCounted(line) ? done[index]! : fen(line.amount)));
}

/** Whether a line of parts names the pieces that it is for. */
function isCounted({ item, sku }: QuoteLine): boolean {
  return item === 'parts' && sku !== undefined;
}

/** Lines that say how much they are for come first, since an entry fits them or does not. */
function inFavourOfTheCustomer(a: QuoteLine, b: QuoteLine): number {
  return (
    Number(isMeasured(b)) - Number(isMeasured(a)) ||
    Number(b.basis === 'covered') - Number(a.basis === 'covered') ||
    Number(fen(a.amount) - fen(b.amount))
  );
}

function isMeasured(line: QuoteLine): boolean {
  return isCounted(line) || (line.item === 'labour' && line.hours !== undefined);
}

function taken(line: QuoteLine, rests: Rest[]): Share {
  switch (line.item) {
    case 'call-out':
      return WHOLE;
    case 'other':
      return rests.length > 0 ? WHOLE : NOTHING;
    case 'labour':
      return line.hours === undefined
        ? oneOf(rests.filter(({ of }) => of.hours !== undefined))
        : upTo(
            secondsOf(line.hours),
            rests.filter(({ of }) => of.hours !== undefined),
          );
    case 'parts':
      return line.sku === undefined
        ? oneOf(rests.filter(({ of }) => of.sku !== undefined))
        : upTo(
            BigInt(line.quantity ?? 1),
            rests.filter(({ of }) => of.sku === line.sku),
          );
  }
}

/** A sum for the whole takes up an entry. */
function oneOf(rests: Rest[]): Share {
  const free = rests.find(({ left }) => left > 0n);
  if (!free) return NOTHING;
  free.left = 0n;
  return WHOLE;
}

function upTo(whole: bigint, rests: Rest[]): Share {
  let wanted = whole;
  for (const rest of rests) {
    const part = rest.left < wanted ? rest.left : wanted;
    rest.left -= part;
    wanted -= part;
  }
  return whole > 0n ? [whole - wanted, whole] : NOTHING;
}

function unitsOf({ hours, seconds, quantity = 1 }: WorkDone): bigint {
  if (hours === undefined) return BigInt(quantity);
  return seconds === undefined ? secondsOf(hours) : BigInt(seconds);
}

/** Of hours as they are written, with two places. */
function secondsOf(hours: string): bigint {
  return BigInt(hours.replace('.', '')) * 36n;
}

/** Half a fen is rounded up. */
function rounded(amount: Fen, [part, whole]: Share): Fen {
  return (2n * amount * part + whole) / (2n * whole);
}
