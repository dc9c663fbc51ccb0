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

/** Parts of a technician for a visit of a ticket. */
export interface PartsFor extends Parts {
  readonly ticket: string;
  readonly visit: number;
}

export type PartsIssued = DomainEvent<'PartsIssued', Parts>;
export type PartsReturned = DomainEvent<'PartsReturned', Parts>;
/** `uncovered` of them were used, as was told late, without being in hand: they wait for the stocktake. */
export type PartsUsed = DomainEvent<'PartsUsed', PartsFor & { readonly uncovered?: number }>;
export type PartsEvent = PartsIssued | PartsReturned | PartsUsed;

export type IssueParts = Ask<'IssueParts', Parts, { employee: 'active' }>;
/** It asks for nobody who works here: what somebody held who has left comes back as well. */
export type ReturnParts = Command<'ReturnParts', Parts>;
export type UseParts = Command<'UseParts', PartsFor>;
export type PartsCommand = IssueParts | ReturnParts | UseParts;

/** How many pieces of one material are in one technician's hands. Stream `parts-<employee>:<sku>`. */
export interface PartsInHand {
  readonly quantity: number;
  /** The last movements, latest recorded last, by when they happened. */
  readonly movements: readonly { readonly at: Instant; readonly change: number }[];
}

/** Further back than so many movements, what was in hand is no longer known. */
const REMEMBERED = 100;

/** How many were in hand at an instant, by what is known of it now. */
export function inHandAt({ quantity, movements }: PartsInHand, at: Instant): number {
  return movements
    .filter((movement) => movement.at > at)
    .reduce((inHand, { change }) => inHand - change, quantity);
}

/** In whose hands, and of which material. */
export type InHand = Pick<Parts, 'employee' | 'sku'>;

export const partsStreams = streamsOf<PartsInHand, InHand>('parts', ['employee', 'sku']);

const sample = { employee: 'li-wei', sku: 'CAP-35', quantity: 2 };

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const partsEvents = eventTable<PartsEvent>({
  PartsIssued: sample,
  PartsReturned: sample,
  PartsUsed: { ...sample, ticket: 'T-2026-0001', visit: 1, uncovered: 1 },
});

/** R12: only what was issued to a technician can be used or given back by them. */
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
    const change = changeOf(event);
    const all = [...movements, { at: event.occurredAt, change }];
    return { quantity: quantity + change, movements: all.slice(-REMEMBERED) };
  },
  decide,
};

function decide(command: PartsCommand, { quantity: inHand }: PartsInHand): readonly PartsEvent[] {
  if (command.type === 'IssueParts')
    return [happened(command, 'PartsIssued', command.data, ['R12'])];
  const { quantity } = command.data;
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

function changeOf({ type, data }: PartsEvent): number {
  if (type === 'PartsIssued') return data.quantity;
  return type === 'PartsUsed' ? (data.uncovered ?? 0) - data.quantity : -data.quantity;
}

export function neverIssued(): NotFound {
  return new NotFound('never-issued', {
    zh: '从未向该员工发放此配件',
    en: 'this part was never issued to this employee',
  });
}
