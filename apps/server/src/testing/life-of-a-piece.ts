import fc from 'fast-check';
import { plusMinutes, type Instant } from '@app/kernel';
import { handsAt } from '@app/inventory';

/* What really happens to a piece with a serial number, one thing after the other, and the papers of it. */

/** What somebody tells of a piece. */
export interface Fact {
  readonly kind:
    | 'ReceiveMaterial'
    | 'IssueMaterial'
    | 'AcceptMaterial'
    | 'DeclineMaterial'
    | 'ReturnMaterial'
    | 'SellMaterial'
    | 'TakeBackMaterial'
    | 'ConsumePart'
    | 'CorrectPart';
  readonly serial: string;
  /** In whose books, or out of whose hands. */
  readonly place: string;
  readonly at: Instant;
  readonly to?: string;
  readonly slip?: string;
  /** Which use is told, or withdrawn. */
  readonly use?: number;
}

export interface Life {
  readonly serial: string;
  readonly facts: readonly Fact[];
  /** Where it is in the end; `used hands-…`: used out of them; `sold`. */
  readonly ends: string;
  /** It was used before its receiver had confirmed it. */
  readonly isUsedOnItsWay: boolean;
}

export interface Step {
  readonly does: 'move' | 'give-back' | 'use' | 'sell' | 'mistake' | 'hand-on-unsigned';
  readonly to: string;
  /** Whose mistake it is. */
  readonly who: 0 | 1;
  readonly minutes: number;
  /** How much later the receiver confirms it, or a mistake is withdrawn. */
  readonly later: number;
}

export const step = (places: readonly string[]): fc.Arbitrary<Step> =>
  fc.record({
    does: fc.constantFrom<Step['does'][]>(
      ...(['move', 'move', 'move', 'give-back', 'use', 'sell'] as const),
      ...(['mistake', 'mistake', 'hand-on-unsigned'] as const),
    ),
    to: fc.constantFrom(...places),
    who: fc.constantFrom(0, 1),
    minutes: fc.integer({ min: 1, max: 9 }),
    later: fc.integer({ min: 1, max: 30 }),
  });

/** Numbers of papers and of uses, of which no two are the same. */
let papers = 0;

class Piece {
  readonly facts: Fact[] = [];
  place = 'main';
  isUsedOnItsWay = false;

  constructor(
    readonly serial: string,
    private readonly hands: readonly string[],
    public now: Instant,
  ) {
    this.tell('ReceiveMaterial', { slip: `R-${++papers}` });
  }

  get isInHands(): boolean {
    return handsAt(this.place) !== undefined;
  }

  /** @param then how long after now it was */
  tell(kind: Fact['kind'], more: Partial<Fact> = {}, then = 0): void {
    const { serial, place, now } = this;
    this.facts.push({ kind, serial, place, at: plusMinutes(now, then), ...more });
  }

  /** It is on its way until it is signed for, which may be after it was used. */
  moveTo({ to, later, does }: Step): void {
    if (to === this.place || (to === 'main' && this.isInHands)) return;
    const way = { slip: `I-${++papers}`, place: this.place };
    this.tell('IssueMaterial', { ...way, to });
    if (does === 'hand-on-unsigned' && handsAt(to) !== undefined) {
      this.now = plusMinutes(this.now, 1);
      this.useFrom(to);
      this.isUsedOnItsWay = true;
      this.tell('AcceptMaterial', { ...way, to }, later);
      return;
    }
    this.now = plusMinutes(this.now, later);
    if (later % 7 === 0) {
      this.tell('DeclineMaterial', way);
      return;
    }
    this.tell('AcceptMaterial', { ...way, to });
    this.place = to;
  }

  useFrom(place: string): void {
    this.tell('ConsumePart', { place, use: ++papers });
    this.place = `used ${place}`;
  }

  sell({ later }: Step): void {
    const slip = `S-${++papers}`;
    this.tell('SellMaterial', { slip });
    if (later % 2 === 0) {
      this.now = plusMinutes(this.now, later);
      this.tell('TakeBackMaterial', { slip });
      return;
    }
    this.place = 'sold';
  }

  /** Somebody puts it down as used who did not use it, now or before it was confirmed to be here, and withdraws that. */
  mistake({ who, later, minutes }: Step): void {
    const [place, use] = [this.hands[who]!, ++papers];
    this.tell('ConsumePart', { place, use }, later % 3 === 0 ? -minutes - 1 : 0);
    this.tell('CorrectPart', { place, use }, later);
  }
}

const DOES: Record<Step['does'], (piece: Piece, step: Step) => void> = {
  move: (piece, step) => piece.moveTo(step),
  'hand-on-unsigned': (piece, step) => piece.moveTo(step),
  'give-back'(piece) {
    if (!piece.isInHands) return;
    piece.tell('ReturnMaterial', { to: 'main' });
    piece.place = 'main';
  },
  use(piece) {
    if (piece.isInHands) piece.useFrom(piece.place);
  },
  sell(piece, step) {
    if (piece.isInHands) piece.sell(step);
  },
  mistake: (piece, step) => piece.mistake(step),
};

/** What becomes of pieces by what is drawn of each; whatever is sold or used ends there. */
export function livesOf(
  drawn: readonly (readonly Step[])[],
  { hands, begins }: { readonly hands: readonly string[]; readonly begins: Instant },
): readonly Life[] {
  return drawn.map((steps, number) => {
    const piece = new Piece(`SN-${number + 1}`, hands, begins);
    for (const each of steps) {
      piece.now = plusMinutes(piece.now, each.minutes);
      if (piece.place === 'sold' || piece.place.startsWith('used ')) break;
      DOES[each.does](piece, each);
    }
    const { serial, facts, place: ends, isUsedOnItsWay } = piece;
    return { serial, facts, ends, isUsedOnItsWay };
  });
}
