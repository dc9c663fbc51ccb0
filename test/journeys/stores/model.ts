import type { Instant } from '@app/kernel';

/* An independent model of the stores: lines in a notebook, added up from the first one each time. */

/** A line of the notebook: so many came in at a moment; below zero: went out. */
interface Line {
  readonly key: string;
  readonly at: Instant;
  readonly change: number;
  readonly lot?: string;
}

/** Whether a command must be accepted, must be refused, or may be either. */
export type Verdict = 'yes' | 'no' | 'open';

export interface Way {
  readonly slip: string;
  readonly sku: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly at: Instant;
  readonly lot?: string;
  readonly serials: readonly string[];
  readonly took: readonly (readonly [Waiting, number])[];
}

/** Kept for a customer: a line of the waiting list. */
export interface Waiting {
  readonly slip: string;
  readonly key: string;
  readonly customer: string;
  readonly urgent: boolean;
  readonly since: Instant;
  until: Instant;
  left: number;
}

/** Used on a ticket, and so much of it not in hand. */
export interface Use {
  readonly entry: number;
  readonly sku: string;
  readonly place: string;
  readonly at: Instant;
  readonly lot?: string;
  readonly serial?: string;
  /** Since when the piece had been in hand, and when it had left for there; absent: it was not, or it is none. */
  held?: { readonly since: Instant; readonly left?: Instant } | undefined;
  covered: number;
  lacking: number;
}

/** Where a piece is, since when, and when it had left for there; absent: it was not on its way. */
export interface Whereabouts {
  readonly place: string;
  readonly since: Instant;
  readonly left?: Instant;
}

export interface Arrival {
  readonly key: string;
  readonly at: Instant;
  readonly left: Instant;
  readonly lot: string | undefined;
  rest: number;
}

export interface Sale {
  readonly slip: string;
  readonly sku: string;
  readonly place: string;
  left: number;
  readonly lot?: string;
  serials: string[];
}

export const keyOf = (sku: string, place: string) => `${sku}@${place}`;

/** What was in the second of a count was before it. */
export const wallOf = (countedAt: Instant): Instant => `${countedAt.slice(0, 19)}.999Z`;

export class Model {
  readonly lines: Line[] = [];
  readonly touched = new Set<string>();
  readonly ways: Way[] = [];
  /** What arrived in hands, less what it explained of what was used before. */
  readonly arrivals: Arrival[] = [];
  readonly list: Waiting[] = [];
  readonly uses: Use[] = [];
  readonly sales: Sale[] = [];
  readonly receipts: { readonly slip: string; readonly sku: string; readonly place: string }[] = [];
  /** Where each piece is, since when; a place that is none says what became of it. */
  readonly pieces = new Map<string, Whereabouts>();
  private readonly walls: { readonly key: string; readonly at: Instant }[] = [];

  /** What is told of before an approved count has its place, and changes nothing of what was counted. */
  book(key: string, at: Instant, change: number, lot?: string): void {
    this.touched.add(key);
    const line = { key, at, change, ...(lot !== undefined && { lot }) };
    this.lines.push(line);
    const wall = this.wallAfter(key, at);
    if (wall !== undefined) this.lines.push({ ...line, at: wall, change: -change });
  }

  counted(key: string, countedAt: Instant): void {
    this.walls.push({ key, at: wallOf(countedAt) });
  }

  wallAfter(key: string, at: Instant): Instant | undefined {
    const after = this.walls.filter((wall) => wall.key === key && at <= wall.at);
    return after.map((wall) => wall.at).toSorted()[0];
  }

  hasMoved(key: string): boolean {
    return this.lines.some((line) => line.key === key);
  }

  /** Up to when a count has last said, before a moment, what was there. */
  wallBefore(key: string, at: Instant): Instant {
    const before = this.walls.filter((wall) => wall.key === key && wall.at < at);
    return (
      before
        .map((wall) => wall.at)
        .toSorted()
        .at(-1) ?? ''
    );
  }

  balance(key: string, at?: Instant, lot?: string): number {
    return this.of(key, lot)
      .filter((line) => at === undefined || line.at <= at)
      .reduce((sum, { change }) => sum + change, 0);
  }

  /** Of what was used by then, what nothing explains. */
  uncovered(key: string, at?: Instant): number {
    return this.uses
      .filter((use) => keyOf(use.sku, use.place) === key && (at === undefined || use.at <= at))
      .reduce((sum, { lacking }) => sum + lacking, 0);
  }

  /** The fewest from a moment on, up to where a count has said what is there. */
  least(key: string, from: Instant, lot?: string): number {
    return this.leastUpTo(this.wallAfter(key, from), key, from, lot);
  }

  /** The same, whatever was counted. */
  leastEver(key: string, from: Instant): number {
    return this.leastUpTo(undefined, key, from);
  }

  private leastUpTo(until: Instant | undefined, key: string, from: Instant, lot?: string): number {
    const moments = this.of(key, lot)
      .map(({ at }) => at)
      .filter((at) => at > from && (until === undefined || at < until));
    return Math.min(...[from, ...moments].map((moment) => this.balance(key, moment, lot)));
  }

  private of(key: string, lot: string | undefined): Line[] {
    return this.lines.filter((line) => line.key === key && (lot === undefined || line.lot === lot));
  }

  /** Whose turn it is at a moment: the urgent ones first, then whoever came first. */
  queue(key: string, moment: Instant): Waiting[] {
    const waiting = this.list.filter(
      (each) => each.key === key && each.since <= moment && moment < each.until && each.left > 0,
    );
    return [...waiting.filter(({ urgent }) => urgent), ...waiting.filter(({ urgent }) => !urgent)];
  }

  /** Pours what there is along the queue: each takes their own, and whoever asks what is left at their turn. */
  isEnoughFor(key: string, asked: number, customer: string | undefined, moment: Instant): boolean {
    let there = this.least(key, moment);
    let wanted = asked;
    for (const waiting of this.queue(key, moment)) {
      if (wanted <= 0) break;
      if (waiting.customer === customer) wanted -= waiting.left;
      else there -= waiting.left;
    }
    return asked <= there;
  }

  /** Crosses out what goes to whoever it was kept for. */
  takenBy(key: string, asked: number, customer: string | undefined, moment: Instant): Way['took'] {
    let wanted = asked;
    return this.queue(key, moment)
      .filter((waiting) => waiting.customer === customer)
      .flatMap((waiting): [Waiting, number][] => {
        const taken = Math.min(wanted, waiting.left);
        wanted -= taken;
        waiting.left -= taken;
        return taken > 0 ? [[waiting, taken]] : [];
      });
  }

  /** Whether so many may go from a place at a moment: of the lot, and these very pieces. */
  mayGo(key: string, at: Instant, some: Some): Verdict {
    const { quantity, lot, serials } = some;
    if (quantity > this.least(key, at)) return 'no';
    const isCounted = this.wallAfter(key, at) !== undefined;
    if (lot !== undefined && quantity > this.least(key, at, lot)) return isCounted ? 'open' : 'no';
    if (serials.length === 0) return 'yes';
    const [, place] = key.split('@');
    const are = serials.map((serial) => this.pieces.get(serial));
    if (isCounted) return 'open';
    return are.every((piece) => piece?.place === place && piece!.since <= at) ? 'yes' : 'no';
  }
}

/** So many of a material, of a lot, or these pieces. */
export interface Some {
  readonly quantity: number;
  readonly lot?: string;
  readonly serials: readonly string[];
}
