import type { Instant } from '@app/kernel';
import { keyOf, wallOf, type Model, type Verdict } from './model.js';

/** What somebody found of a material. */
export interface Found {
  readonly by: string;
  readonly at: Instant;
  readonly counted: number;
  /** How many of each lot; none: it is not kept by lot. */
  readonly lots: Readonly<Record<string, number>>;
  /** Pieces with serial numbers that were there, and those of them that nobody had heard of. */
  readonly serials: readonly string[];
  readonly found: readonly string[];
}

/** The stocktake that is open, as a clerk would keep it on paper. */
export class Count {
  readonly lines = new Map<string, Found>();
  private closedAs: string | undefined;

  constructor(
    readonly id: string,
    readonly place: string,
    readonly skus: readonly string[],
    readonly since: Instant,
  ) {}

  get isClosed(): boolean {
    return this.closedAs !== undefined;
  }

  /** Whether it may be closed, once more where what differs has changed since. */
  mayClose(model: Model): Verdict {
    if (this.lines.size < this.skus.length) return 'no';
    if (this.closedAs === this.text(model)) return 'no';
    return this.verdict(model);
  }

  close(model: Model): void {
    this.closedAs = this.text(model);
  }

  mayApprove(model: Model): Verdict {
    if (this.closedAs === undefined || this.closedAs !== this.text(model)) return 'no';
    return this.verdict(model);
  }

  /** All that differs is set right, as of the moments of the counts. */
  approve(model: Model): void {
    for (const [sku, line] of this.lines) {
      const key = keyOf(sku, this.place);
      for (const [lot, change] of this.changes(model, sku))
        model.book(key, wallOf(line.at), change, lot);
      if (sku.startsWith('BOARD'))
        for (const serial of this.missing(model, line))
          model.pieces.set(serial, { place: 'missing', since: line.at });
      for (const serial of line.found)
        model.pieces.set(serial, { place: this.place, since: line.at });
      model.counted(key, line.at);
    }
  }

  /** Those that should have been there at the moment of the count, by all that is known by now. */
  private missing({ pieces }: Model, { at, serials }: Found): string[] {
    const there = [...pieces].filter(
      ([, { place, since }]) => place === this.place && since <= wallOf(at),
    );
    return there.map(([serial]) => serial).filter((serial) => !serials.includes(serial));
  }

  private changes(model: Model, sku: string): [lot: string | undefined, change: number][] {
    const { at, counted, lots } = this.lines.get(sku)!;
    const key = keyOf(sku, this.place);
    if (Object.keys(lots).length === 0)
      return [[undefined, counted - model.balance(key, wallOf(at))]];
    return Object.entries(lots).map(([lot, there]) => [
      lot,
      there - model.balance(key, wallOf(at), lot),
    ]);
  }

  private verdict(model: Model): Verdict {
    let all: Verdict = 'yes';
    for (const [sku, { at }] of this.lines) {
      const changes = this.changes(model, sku);
      const change = changes.reduce((sum, [, each]) => sum + each, 0);
      if (change + model.leastEver(keyOf(sku, this.place), wallOf(at)) < 0) return 'no';
      // Of lots and of single pieces the notebook does not know what may have come in between.
      if (!sku.startsWith('BOLT') && changes.some(([, each]) => each !== 0)) all = 'open';
    }
    return all;
  }

  private text(model: Model): string {
    const lines = [...this.lines].map(([sku, { counted, serials }]) =>
      [sku, counted, this.changes(model, sku), serials].join(' '),
    );
    return lines.toSorted().join('\n');
  }
}
