import { enforce, type Ask, type Claim, type Command, type Decider } from '@app/kernel';
import { happened, rule } from '@app/policy';
import type { Holding } from './holding.js';
import type { Parts, PartsEvent, PartsFor } from './parts.events.js';
import { free, isOfSameCommand, type PartsInHand, type Verdict } from './parts.state.js';

export { partsEvents, type PartsEvent } from './parts.events.js';

interface Settling {
  /** What became of earlier reservations; they are settled along with the command. Default: nothing is known. */
  readonly verdicts?: readonly Verdict[];
}

export type IssueParts = Ask<'IssueParts', Parts, Holding>;
export type ReturnParts = Ask<'ReturnParts', Parts, Holding & Settling>;
export type UseParts = Command<'UseParts', PartsFor>;
export type ReserveParts = Command<'ReserveParts', PartsFor & { readonly claim: Claim }> & Settling;
export type SettleParts = Command<'SettleParts', Pick<Parts, 'employee' | 'sku'> & Verdict>;
export type PartsCommand = IssueParts | ReturnParts | UseParts | ReserveParts | SettleParts;

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
  initialState: () => ({ quantity: 0, reserved: [] }),
  evolve,
  decide,
};

function decide(command: PartsCommand, parts: PartsInHand): readonly PartsEvent[] {
  switch (command.type) {
    case 'IssueParts':
      return [happened(command, 'PartsIssued', command.data, ['R12'])];
    case 'UseParts':
      enforce([issuedBeforeUse], { inHand: free(parts), quantity: command.data.quantity });
      return [happened(command, 'PartsUsed', command.data, ['R12'])];
    case 'ReturnParts': {
      const settled = settledBy(command, parts, command.known);
      const inHand = free(settled.reduce(evolve, parts));
      enforce([issuedBeforeUse], { inHand, quantity: command.data.quantity });
      return [...settled, happened(command, 'PartsReturned', command.data, ['R12'])];
    }
    case 'ReserveParts':
      return reserve(command, parts);
    case 'SettleParts':
      return settle(command, parts, command.data);
  }
}

/** What stands under the claim already is not reserved twice. */
function reserve(command: ReserveParts, parts: PartsInHand): readonly PartsEvent[] {
  const { ticket, quantity, claim } = command.data;
  if (parts.reserved.some((each) => each.claim.id === claim.id)) return [];
  const settled = settledBy(command, parts, command);
  const mine = { ticket, command: claim.command };
  const inHand = free(settled.reduce(evolve, parts), mine);
  enforce([issuedBeforeUse], { inHand, quantity });
  return [...settled, happened(command, 'PartsReserved', command.data, ['R12'])];
}

function settledBy(
  command: ReturnParts | ReserveParts,
  parts: PartsInHand,
  { verdicts = [] }: Settling,
): readonly PartsEvent[] {
  const settled: PartsEvent[] = [];
  for (const verdict of verdicts) {
    settled.push(...settle(command, settled.reduce(evolve, parts), verdict));
  }
  return settled;
}

/** A reservation comes to be used or is in hand again; one that is settled already stays so. */
function settle(
  command: ReturnParts | ReserveParts | SettleParts,
  { reserved }: PartsInHand,
  { claim, stands }: Verdict,
): readonly PartsEvent[] {
  const { employee, sku } = command.data;
  return reserved
    .filter((each) => each.claim.id === claim.id)
    .map((each) =>
      happened(command, stands ? 'PartsUsed' : 'PartsReleased', { employee, sku, ...each }, [
        'R12',
      ]),
    );
}

function evolve(parts: PartsInHand, event: PartsEvent): PartsInHand {
  const { quantity, reserved } = parts;
  switch (event.type) {
    case 'PartsIssued':
      return { ...parts, quantity: quantity + event.data.quantity };
    case 'PartsReturned':
      return { ...parts, quantity: quantity - event.data.quantity };
    case 'PartsUsed': {
      const { ticket, claim } = event.data;
      const others = claim
        ? reserved.filter((each) => !isOfSameCommand(each, { ticket, claim }))
        : reserved;
      return { quantity: quantity - event.data.quantity, reserved: others };
    }
    case 'PartsReserved': {
      const { employee: _, sku: __, ...reservation } = event.data;
      return { ...parts, reserved: [...reserved, reservation] };
    }
    case 'PartsReleased':
      return {
        ...parts,
        reserved: reserved.filter((each) => each.claim.id !== event.data.claim.id),
      };
  }
}
