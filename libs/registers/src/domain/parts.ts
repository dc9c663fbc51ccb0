import {
  enforce,
  eventTable,
  NotFound,
  streamsOf,
  type Ask,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
} from '@app/kernel';
import { happened, rule, toldLate } from '@app/policy';

export interface Parts {
  readonly employee: string;
  readonly sku: string;
  readonly quantity: number;
}

/** Parts of a technician for a visit of a ticket, by the number of the entry that says so there. */
export interface PartsFor extends Parts {
  readonly ticket: string;
  readonly visit: number;
  readonly entry: number;
}

export type PartsIssued = DomainEvent<'PartsIssued', Parts>;
export type PartsReturned = DomainEvent<'PartsReturned', Parts>;
/** `uncovered` of them were used, as was told late, without being in hand: they wait for the stocktake. */
export type PartsUsed = DomainEvent<'PartsUsed', PartsFor & { readonly uncovered?: number }>;
/**
 * Some of what an entry says was used was not, as its correction says: it was in hand all the time. Of these,
 * `uncovered` had never been in hand, and come back to nobody.
 */
export type PartsTakenBack = DomainEvent<
  'PartsTakenBack',
  PartsFor & { readonly usedAt: Instant; readonly uncovered?: number }
>;
export type PartsEvent = PartsIssued | PartsReturned | PartsUsed | PartsTakenBack;

export type IssueParts = Ask<'IssueParts', Parts, { employee: 'active' }>;
/** It asks for nobody who works here: what somebody held who has left comes back as well. */
export type ReturnParts = Command<'ReturnParts', Parts>;
export type UseParts = Command<'UseParts', PartsFor>;
export type TakePartsBack = Command<'TakePartsBack', PartsFor & { readonly usedAt: Instant }>;
export type PartsCommand = IssueParts | ReturnParts | UseParts | TakePartsBack;

/** How many pieces of one material are in one technician's hands. Stream `parts-<employee>:<sku>`. */
export interface PartsInHand {
  readonly quantity: number;
  /** The last movements, latest recorded last, by when they happened. */
  readonly movements: readonly Movement[];
}

interface Movement {
  readonly at: Instant;
  readonly change: number;
  /** For which entry of a ticket, and how many of its pieces more, or fewer, were used without being in hand. */
  readonly of?: EntryOfTicket;
  readonly uncovered?: number;
}

/** An entry of a ticket, by its number there. */
export type EntryOfTicket = Pick<PartsFor, 'ticket' | 'entry'>;

/** Further back than so many movements, what was in hand is no longer known. */
const REMEMBERED = 100;

/**
 * How many were in hand at an instant, by what is known of it now.
 *
 * @param except an entry of a ticket that is looked at as though it had not been; default: none
 */
export function inHandAt(
  { quantity, movements }: PartsInHand,
  at: Instant,
  except?: EntryOfTicket,
): number {
  return movements
    .filter((movement) => movement.at > at || isOf(movement, except))
    .reduce((inHand, { change }) => inHand - change, quantity);
}

/** How few were in hand at any time from that instant on: more than that cannot have left the hands then (R12). */
function fewestSince(held: PartsInHand, at: Instant): number {
  const later = held.movements.map((movement) => movement.at).filter((each) => each > at);
  return Math.min(...[at, ...later].map((each) => inHandAt(held, each)));
}

function isOf({ of }: Movement, entry: EntryOfTicket | undefined): boolean {
  return of !== undefined && of.ticket === entry?.ticket && of.entry === entry.entry;
}

/** In whose hands, and of which material. */
export type InHand = Pick<Parts, 'employee' | 'sku'>;

export const partsStreams = streamsOf<PartsInHand, InHand>('parts', ['employee', 'sku']);

const sample = { employee: 'li-wei', sku: 'CAP-35', quantity: 2 };

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const partsEvents = eventTable<PartsEvent>({
  PartsIssued: sample,
  PartsReturned: sample,
  PartsUsed: { ...sample, ticket: 'T-2026-0001', visit: 1, entry: 1, uncovered: 1 },
  PartsTakenBack: {
    ...sample,
    ticket: 'T-2026-0001',
    visit: 1,
    entry: 1,
    usedAt: '2026-03-02T02:20:00.000Z',
    uncovered: 1,
  },
});

/** R12: only what was issued to a technician by then can be used or given back by them. */
export const issuedBeforeUse = rule<{ inHand: number; quantity: number }>(
  'R12',
  'part-not-in-hand',
  {
    zh: '该技术员手中没有足够的配件',
    en: 'the technician does not hold that many of this part',
  },
  ({ inHand, quantity }) => quantity > inHand,
);

export const partsDecider: Decider<PartsCommand, PartsInHand, PartsEvent> = {
  initialState: () => ({ quantity: 0, movements: [] }),
  evolve({ quantity, movements }, event) {
    const movement = movementOf(event);
    const all = [...movements, movement];
    return { quantity: quantity + movement.change, movements: all.slice(-REMEMBERED) };
  },
  decide,
};

function decide(command: PartsCommand, held: PartsInHand): readonly PartsEvent[] {
  if (command.type === 'IssueParts')
    return [happened(command, 'PartsIssued', command.data, ['R12'])];
  if (command.type === 'TakePartsBack') return [takenBack(command, held)];
  const { quantity } = command.data;
  const inHand = fewestSince(held, command.occurredAt);
  if (command.type === 'UseParts' && toldLate(command)) return [usedLate(command, inHand)];
  enforce([issuedBeforeUse], { inHand, quantity });
  return command.type === 'UseParts'
    ? [happened(command, 'PartsUsed', command.data, ['R12'])]
    : [happened(command, 'PartsReturned', command.data, ['R12'])];
}

/** What was used is a fact; what of it was not in hand takes nothing out of the hands (R12). */
function usedLate(command: UseParts, inHand: number): PartsUsed {
  const uncovered = Math.max(0, command.data.quantity - inHand);
  const used = { ...command.data, ...(uncovered > 0 && { uncovered }) };
  return happened(command, 'PartsUsed', used, ['R12']);
}

/** What an entry used without having it comes back first, to nobody. */
function takenBack(command: TakePartsBack, { movements }: PartsInHand): PartsTakenBack {
  const { data } = command;
  const without = movements
    .filter((movement) => isOf(movement, data))
    .reduce((sum, { uncovered = 0 }) => sum + uncovered, 0);
  const uncovered = Math.min(data.quantity, without);
  const back = { ...data, ...(uncovered > 0 && { uncovered }) };
  return happened(command, 'PartsTakenBack', back, ['R12']);
}

function movementOf({ type, data, occurredAt: at }: PartsEvent): Movement {
  switch (type) {
    case 'PartsIssued':
      return { at, change: data.quantity };
    case 'PartsReturned':
      return { at, change: -data.quantity };
    case 'PartsUsed':
    case 'PartsTakenBack': {
      const { ticket, entry, quantity, uncovered = 0 } = data;
      const of = { ticket, entry };
      return type === 'PartsUsed'
        ? { at, of, change: uncovered - quantity, uncovered }
        : { at: data.usedAt, of, change: quantity - uncovered, uncovered: -uncovered };
    }
  }
}

export function neverIssued(): NotFound {
  return new NotFound('never-issued', {
    zh: '从未向该员工发放此配件',
    en: 'this part was never issued to this employee',
  });
}
