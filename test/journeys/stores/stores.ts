import type { Instant } from '@app/kernel';
import { Model, type Some } from './model.js';
import type { Count } from './stocktake.js';
import type { Wish } from './wishes.js';

/** Employees, materials and places that no other run has. */
export interface Cast {
  readonly run: string;
  readonly technician: string;
  readonly mate: string;
  readonly ticket: string;
  readonly workFrom: Instant;
}

export const LOTS = ['A', 'B'];

/** One run of the stores, as its notebook knows it. */
export class Stores {
  readonly model = new Model();
  readonly places: readonly string[];
  readonly tools = new Map<string, { readonly has?: string; readonly expects?: string }>();
  count: Count | undefined;
  private fresh = 0;

  constructor(readonly cast: Cast) {
    this.places = ['main', 'van-1', 'van-2', `hands-${cast.technician}`];
    for (const tool of [`X1-${cast.run}`, `X2-${cast.run}`]) this.tools.set(tool, {});
  }

  readonly sku = (name: string): string => `${name}-${this.cast.run}`;

  get skus(): readonly string[] {
    return ['BOARD', 'BOLT', 'GLUE'].map(this.sku);
  }

  /** Of which lot, or which pieces: such as nobody has heard of where they come in, such as lie there where they go. */
  some({ sku, quantity, which }: Wish, from?: string): Some {
    if (sku === 'GLUE') return { quantity, lot: LOTS[which % 2]!, serials: [] };
    if (sku === 'BOLT') return { quantity, serials: [] };
    if (from === undefined || which === 7) {
      const serials = Array.from({ length: quantity }, () => `SN-${this.cast.run}-${++this.fresh}`);
      return { quantity, serials };
    }
    const there = this.serialsAt(from);
    // Now and then such as are elsewhere.
    const all = which % 4 === 0 ? [...this.model.pieces.keys()] : there;
    const serials = all.slice(0, quantity);
    return serials.length > 0
      ? { quantity: serials.length, serials }
      : this.some({ ...{ sku, quantity, which } } as Wish);
  }

  serialsAt(place: string): string[] {
    const there = [...this.model.pieces].filter(([, piece]) => piece.place === place);
    return there.map(([serial]) => serial);
  }
}
