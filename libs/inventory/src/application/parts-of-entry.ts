import {
  commandOf,
  type CommandRequest,
  type Contexts,
  type Executor,
  type Participant,
} from '@app/event-store';
import type { Command, Instant } from '@app/kernel';
import {
  heldBefore,
  isAt,
  isMissingSince,
  pieceStreams,
  serialOf,
  wayTo,
  type MovePiece,
} from '../domain/piece/piece.js';
import type { Tracked } from '../domain/material/material.js';
import { lotOf } from '../domain/stock/lot.js';
import type { TakeUseBack, UseMaterial } from '../domain/stock/stock.commands.js';
import { seenBefore } from '../domain/stock/counts.js';
import { stockStreams, type StockId } from '../domain/stock/stock.state.js';
import { pieces } from '../piece.aggregate.js';
import { stocks } from '../stock.aggregate.js';
import { movedSince } from './moved-since.js';
import { trackedBy } from './piece-in-hand.js';

/** How many an entry says, and which piece, or of which lot. */
interface Said {
  readonly quantity: number;
  readonly serial?: string;
  readonly lot?: string;
}

/** An entry of a ticket that says what was used out of somebody's hands, or says it otherwise than before. */
interface EntryOfParts {
  readonly sku: string;
  /** The hands. */
  readonly place: string;
  readonly ticket: string;
  readonly visit: number;
  readonly entry: number;
  /** When it was used. */
  readonly at: Instant;
  /** Absent: nothing. */
  readonly before?: Said;
  readonly now?: Said;
}

interface Reading {
  readonly executor: Executor;
  readonly contexts: Contexts;
}

/** What an entry of a ticket changes in the hands of whoever used the parts (R12), and in the way of each piece. */
export function partsOfEntry(
  part: EntryOfParts,
  request: CommandRequest,
  { executor, contexts }: Reading,
): Participant[] {
  const { sku, place, before, now } = part;
  const causes = causesOf(part, request);
  const books = executor.participant(stocks, stockStreams.named({ sku, place }), {
    origin: request,
    commands: async (folded) => {
      const tracked = await trackedBy(sku, contexts);
      const whole = tracked === 'serial' || (tracked === 'lot' && now?.lot !== before?.lot);
      const { use, back } = whole ? { use: now, back: before } : byNumber(before, now);
      const [first, ...rest] = [
        ...(back
          ? [await backOf({ ...part, before: back }, causes, folded, { tracked, contexts })]
          : []),
        ...(use ? [await useOf({ ...part, now: use }, causes, folded, { tracked, contexts })] : []),
      ];
      return [first!, ...rest];
    },
  });
  const [old, fresh] = [before && pieceOf(before), now && pieceOf(now)];
  if (old === fresh) return [books];
  const moved = [
    ...(old === undefined ? [] : [{ serial: old, deed: 'not-used' as const, cause: causes.told }]),
    ...(fresh === undefined ? [] : [{ serial: fresh, deed: 'used' as const, cause: causes.used }]),
  ];
  return [books, ...moved.map((each) => pieceMoved(part, each, request, { executor, contexts }))];
}

type Cause = Omit<Command, 'type' | 'data'>;

interface Causes {
  /** As it is told now. */
  readonly told: Cause;
  /** As of when it was used, also where a correction says it only now. */
  readonly used: Cause;
}

function causesOf({ at }: EntryOfParts, request: CommandRequest): Causes {
  const { type: _, data: __, ...told } = commandOf(request);
  const { receivedAt = told.occurredAt } = told;
  return { told, used: { ...told, occurredAt: at, receivedAt } };
}

/** Counted alone it is the difference that comes back, or is used besides; where there is none, nothing comes back. */
function byNumber(before?: Said, now?: Said): { readonly use?: Said; readonly back?: Said } {
  const change = (now?.quantity ?? 0) - (before?.quantity ?? 0);
  return change > 0
    ? { use: { ...now, quantity: change } }
    : { back: { ...now, quantity: -change } };
}

/** The one piece that an entry names. */
function pieceOf({ quantity, serial }: Said): string | undefined {
  return quantity === 1 && serial !== undefined ? serialOf(serial) : undefined;
}

function entryOf(
  { sku, place, ticket, visit, entry }: EntryOfParts,
  said: Said,
  tracked: Tracked | undefined,
) {
  const piece = tracked === 'serial' ? pieceOf(said) : undefined;
  const { quantity } = said;
  const named = { sku, place, ticket, visit, entry, quantity };
  return { ...named, ...(piece !== undefined && { serials: [piece] }) };
}

/** By what a material is kept, and where its pieces are asked for. */
interface Kept {
  readonly tracked: Tracked | undefined;
  readonly contexts: Contexts;
}

async function backOf(
  part: EntryOfParts & { readonly before: Said },
  { told }: Causes,
  { state: books }: Parameters<typeof movedSince>[2],
  { tracked, contexts }: Kept,
): Promise<TakeUseBack> {
  const { sku, before, at: usedAt } = part;
  const data = { ...entryOf(part, before, tracked), usedAt };
  const [serial] = data.serials ?? [];
  const piece =
    serial === undefined ? undefined : await contexts.read(pieceStreams, { sku, serial });
  const held = heldBefore(piece, part, books && seenBefore(books, usedAt));
  return { ...told, type: 'TakeUseBack', data, ...(held && { held }) };
}

async function useOf(
  part: EntryOfParts & { readonly now: Said },
  { used }: Causes,
  books: Parameters<typeof movedSince>[2],
  { tracked, contexts }: Kept,
): Promise<UseMaterial> {
  const { at, now, sku, place } = part;
  const data = entryOf(part, now, tracked);
  const use = { ...used, type: 'UseMaterial' as const, data };
  if (tracked !== 'serial') {
    const known = { ...use, ...(await movedSince(part, at, books, contexts)) };
    if (tracked === undefined) return known;
    const lot = now.lot === undefined ? {} : { lot: lotOf(now.lot) };
    return { ...known, data: { ...data, ...lot }, byLot: true };
  }
  const serial = pieceOf(now);
  if (serial === undefined) return { ...use, inHand: false };
  const piece = await contexts.read(pieceStreams, { sku, serial });
  const missed = isMissingSince(piece, place, at);
  const way = wayTo(piece, place, at);
  const inHand = missed || isAt(piece, place, at);
  const since = way && { arrivedAt: way.at, ...(await movedSince(part, at, books, contexts)) };
  return { ...use, inHand, ...(missed && { missed }), ...since };
}

function pieceMoved(
  { sku, place, ticket, visit, entry, at }: EntryOfParts,
  { serial, deed, cause }: { serial: string; deed: 'used' | 'not-used'; cause: Cause },
  origin: CommandRequest,
  { executor, contexts }: Reading,
): Participant {
  const type = 'MovePiece' as const;
  return executor.participant(pieces, pieceStreams.named({ sku, serial }), {
    origin,
    commands: async ({ state }) => {
      const tracked = (await trackedBy(sku, contexts)) === 'serial';
      const explains = deed === 'used' && isMissingSince(state, place, at);
      const seenAt = deed === 'used' ? undefined : await seenAtIn({ sku, place }, at, contexts);
      const move = { sku, serial, deed, place, ticket, visit, entry };
      const data: MovePiece['data'] = {
        ...move,
        ...(explains && { explains }),
        ...(seenAt !== undefined && { seenAt }),
        ...(!tracked && { untracked: true }),
      };
      return [{ ...cause, type, data }];
    },
  });
}

/** When a count has seen last, before an instant, what was there. */
async function seenAtIn(
  id: StockId,
  at: Instant,
  contexts: Contexts,
): Promise<Instant | undefined> {
  const books = await contexts.read(stockStreams, id);
  return books && seenBefore(books, at);
}
