import { enforceOrFind, recordDeeds, type Found } from '@app/findings';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { CorrectPart } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import {
  asOf,
  entryDisproves,
  entryToCorrect,
  findingsOf,
  somethingCorrected,
  type Corrected,
} from '../visit/correction.js';
import type { PartSaid } from '../visit/correction.events.js';
import { pieceOf, whichOf } from '../visit/piece.js';
import { hasArrived } from '../visit/visit.state.js';
import { piecesUsed, type PartEntry } from '../visit/work-entries.js';
import { requireQuantity } from './consume-part.js';

/**
 * A part that was put down wrongly is set right; one that turned out unused is withdrawn, and is in the
 * technician's hands again (R12). What was found of it is judged by what it says now.
 */
export function correctPart(command: CorrectPart, ticket: Ticket): readonly TicketEvent[] {
  const about = entryToCorrect(command, ticket, 'part');
  const { open, entry } = about;
  const { withdrawn = false, reason } = command.data;
  const now = saidNow(command, entry);
  somethingCorrected(withdrawn, changes(command, entry));
  const { sku, quantity } = entry;
  const before = { sku, quantity, ...whichOf(entry) };
  const named = { visit: entry.visit, entry: entry.entry, technician: entry.technician };
  if (withdrawn) {
    const data = { ...named, before, reason };
    const event = happened(command, 'PartWithdrawn', data, ['R10', 'R12']);
    return [
      event,
      ...entryDisproves(command, about, Object.values(found), event),
      ...othersUsedOnce(command, about, event),
    ];
  }
  requireQuantity(now.quantity);
  const another = pieceOf(now) !== pieceOf(entry);
  const rules = [
    ...(another ? [found.partIsUsedOnce] : []),
    found.partsAreInHand,
    found.partIsInDate,
  ];
  const broken = brokenBy(command, about, now);
  const data = { ...named, ...now, before, reason };
  const event = happened(command, 'PartCorrected', data, ['R10', 'R12']);
  const kept = rules.filter(({ code }) => !broken.some((each) => each.code === code));
  const known = findingsOf(open, entry, rules);
  const anew = broken.filter(({ code }) => !known.some((each) => each.code === code));
  return [
    event,
    ...entryDisproves(command, about, kept, event),
    ...recordDeeds(asOf(command, entry.at), open, anew, {
      visit: entry.visit,
      person: entry.technician,
      remark: `${now.sku} × ${now.quantity}`,
    }),
    ...(another ? othersUsedOnce(command, about, event) : []),
  ];
}

/** A serial number, or a lot, is one of its material: of another it is named anew, or there is none. */
export function saidNow({ data }: Pick<CorrectPart, 'data'>, before: PartEntry): PartSaid {
  const { sku = before.sku, quantity = before.quantity } = data;
  const kept = sku === before.sku ? whichOf(before) : {};
  return { sku, quantity, ...kept, ...whichOf(data) };
}

function changes({ data }: CorrectPart, before: PartEntry): boolean[] {
  return (['sku', 'quantity', 'serial', 'lot'] as const).flatMap((field) =>
    data[field] === undefined ? [] : [data[field] !== before[field]],
  );
}

/** What the right values break, as though they had been told now of then. The same piece is judged already. */
function brokenBy(
  command: CorrectPart,
  { open, entry }: Corrected<PartEntry>,
  now: PartSaid,
): Found[] {
  const then = asOf(command, entry.at);
  const { inHand } = command.known;
  const piece = pieceOf(now);
  const used = piece === pieceOf(entry) ? [] : piecesUsed(open, entry.entry);
  return [
    ...enforceOrFind(then, [found.partsAreInHand], { quantity: now.quantity, inHand }),
    ...enforceOrFind(then, [found.partIsInDate], command.known),
    ...enforceOrFind(then, [found.partIsUsedOnce], { piece, used }),
  ];
}

/** Other entries that were found to use the same piece again, and now are the only ones that do. */
function othersUsedOnce(
  command: CorrectPart,
  { open, entry }: Corrected<PartEntry>,
  by: TicketEvent,
): TicketEvent[] {
  const piece = pieceOf(entry);
  if (piece === undefined) return [];
  const others = open.entries.filter(
    (each): each is PartEntry =>
      each.kind === 'part' &&
      each.entry !== entry.entry &&
      !each.withdrawn &&
      pieceOf(each) === piece,
  );
  return others.length === 1 ? disproved(command, open, others[0]!, by) : [];
}

function disproved(
  command: CorrectPart,
  open: OpenedTicket,
  entry: PartEntry,
  by: TicketEvent,
): TicketEvent[] {
  const visit = open.visits.filter(hasArrived).find((each) => each.visit === entry.visit);
  return visit ? entryDisproves(command, { open, visit, entry }, [found.partIsUsedOnce], by) : [];
}
