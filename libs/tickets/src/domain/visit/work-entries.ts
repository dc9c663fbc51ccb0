import type { Instant, Span } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { LabourSaid, PartSaid } from './correction.events.js';
import { pieceOf } from './piece.js';

interface Entry {
  /** Number on the ticket, from 1, in the order in which entries were made. */
  readonly entry: number;
  readonly visit: number;
  readonly technician: string;
  /** When it was written down, and when it was last set right. */
  readonly at: Instant;
  readonly changedAt: Instant;
  /** It counts no longer. */
  readonly withdrawn: boolean;
}

export interface LabourEntry extends Entry, LabourSaid {
  readonly kind: 'labour';
}

export interface PartEntry extends Entry, PartSaid {
  readonly kind: 'part';
}

/** Hours or parts as they were logged on a ticket, and as they have been set right since. */
export type WorkEntry = LabourEntry | PartEntry;

interface OfEntries {
  readonly entries: readonly WorkEntry[];
}

/** A visit, and since when something of it is in the workshop. */
interface WorkedAt {
  readonly visit: number;
  readonly firstAt: { readonly ProductTakenIn?: Instant };
}

/** The number that the next entry gets. */
export function nextEntry({ entries }: OfEntries): number {
  return entries.length + 1;
}

/** Hours of the technician on the ticket, without those of the entry that is being set right. */
export function hoursOn({ entries }: OfEntries, technician: string, except?: number): Span[] {
  return entries.flatMap((each) =>
    each.kind === 'labour' && counts(each, except) && each.technician === technician
      ? [each.span]
      : [],
  );
}

/** Hours of anybody at the customer's; what was taken along is worked on in the workshop, whenever it is (V18). */
export function labourOn({ entries }: OfEntries, { visit, firstAt }: WorkedAt): Span[] {
  const { ProductTakenIn: takenIn } = firstAt;
  return entries.flatMap((each) => {
    const theirs = each.kind === 'labour' && !each.withdrawn && each.visit === visit;
    return theirs && (takenIn === undefined || each.span.from < takenIn) ? [each.span] : [];
  });
}

/** The pieces with a serial number that were used, without that of the entry that is being set right. */
export function piecesUsed({ entries }: OfEntries, except?: number): string[] {
  return entries.flatMap((each) =>
    each.kind === 'part' && counts(each, except) ? (pieceOf(each) ?? []) : [],
  );
}

function counts({ entry, withdrawn }: Entry, except: number | undefined): boolean {
  return !withdrawn && entry !== except;
}

const OF_ENTRIES: ReadonlySet<TicketEvent['type']> = new Set([
  'LabourLogged',
  'PartConsumed',
  'LabourCorrected',
  'PartCorrected',
  'LabourWithdrawn',
  'PartWithdrawn',
]);

/** Whether an event makes an entry, or changes one. */
export function isOfEntry({ type }: TicketEvent): boolean {
  return OF_ENTRIES.has(type);
}

/** The ticket's entries after one more event. */
export function entriesAfter(
  entries: readonly WorkEntry[],
  event: TicketEvent,
): readonly WorkEntry[] {
  const { occurredAt: at } = event;
  const made = { at, changedAt: at, withdrawn: false };
  switch (event.type) {
    case 'LabourLogged':
      return [...entries, { ...event.data, ...made, kind: 'labour' }];
    case 'PartConsumed':
      return [...entries, { ...event.data, ...made, kind: 'part' }];
    case 'LabourCorrected': {
      const { workType, span, hours, entry } = event.data;
      return changed(entries, entry, { workType, span, hours, changedAt: at });
    }
    case 'PartCorrected': {
      const { sku, quantity, serial, lot, entry } = event.data;
      return changed(entries, entry, { sku, quantity, serial, lot, changedAt: at });
    }
    case 'LabourWithdrawn':
    case 'PartWithdrawn':
      return changed(entries, event.data.entry, { withdrawn: true, changedAt: at });
    default:
      return entries;
  }
}

function changed(
  entries: readonly WorkEntry[],
  entry: number,
  change: Partial<Entry & LabourSaid & PartSaid>,
): WorkEntry[] {
  return entries.map((each) => (each.entry === entry ? { ...each, ...change } : each));
}
