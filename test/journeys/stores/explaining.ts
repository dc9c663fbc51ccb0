import type { Instant } from '@app/kernel';
import { keyOf, type Model, type Some, type Use } from './model.js';

/* What was used out of hands and told before it was known to be there. */

type Of = Some & { readonly sku: string };

/** Since when something is at a place, and when it had left for there; or that it was there all the time. */
interface There {
  readonly place: string;
  readonly at: Instant;
  readonly left?: Instant;
  readonly wasThere?: boolean;
}

/** Takes what arrives in somebody's hands, and explains by it what was used there before it was signed for. */
export function arrive(
  model: Model,
  some: Of,
  { at, to, left }: { readonly at: Instant; readonly to: string; readonly left: Instant },
): void {
  const key = keyOf(some.sku, to);
  model.book(key, at, some.quantity, some.lot);
  for (const serial of some.serials) model.pieces.set(serial, { place: to, since: at, left });
  const rest = explain(model, some, { place: to, at, left });
  model.arrivals.push({ key, at, left, lot: some.lot, rest });
}

/** What was used there, and told before, was of what turns out to have been there; how many of it are left. */
export function explain(model: Model, some: Of, there: There): number {
  const key = keyOf(some.sku, there.place);
  let rest = some.quantity;
  for (const use of model.uses.filter((each) => isOf(each, some, there))) {
    const then = there.wasThere || there.at < use.at ? use.at : there.at;
    // A piece knows itself by when it was there; of others a count has seen what was there before it.
    const isCounted = model.wallAfter(key, there.at) !== model.wallAfter(key, then);
    if (use.serial === undefined && isCounted) continue;
    const most = there.wasThere && use.at < there.at ? model.least(key, use.at, some.lot) : rest;
    const covered = Math.max(0, Math.min(rest, use.lacking, most));
    rest -= covered;
    use.lacking -= covered;
    use.covered += covered;
    if (covered === 0) continue;
    model.book(key, then, -covered, some.lot);
    if (use.serial !== undefined) usePiece(model, use, then);
  }
  return rest;
}

function isOf(
  use: Use,
  { sku, lot, serials }: Of,
  { place, at, left = at, wasThere = false }: There,
): boolean {
  const isSuch = use.sku === sku && use.place === place && use.lot === lot;
  const isIt = use.serial === undefined || serials.includes(use.serial);
  return isSuch && isIt && use.lacking > 0 && (wasThere || left <= use.at);
}

/** The piece that a use names is used, out of the hands in which it was. */
export function usePiece(model: Model, use: Use, at: Instant): void {
  const { since, left } = model.pieces.get(use.serial!)!;
  use.held = { since, ...(left !== undefined && { left }) };
  model.pieces.set(use.serial!, { place: 'used', since: at });
}

/** Whether the piece was on its way to the hands when it was used; then it is used as of when it arrived. */
export function hasArrivedSince(model: Model, use: Use): boolean {
  const { sku, place, serial, at } = use;
  const piece = model.pieces.get(serial!);
  if (piece?.place !== place || piece.left === undefined) return false;
  if (at < piece.left || piece.since <= at) return false;
  model.book(keyOf(sku, place), piece.since, -1);
  usePiece(model, use, piece.since);
  return true;
}
