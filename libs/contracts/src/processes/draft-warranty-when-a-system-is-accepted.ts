import { unitEvents, type UnitEvent } from '@app/customers';
import { only, send, type Process } from '@app/processes';
import { contractStreams } from '../domain/contract.state.js';

const HANDLED = ['UnitRegistered', 'UnitAccepted', 'UnitMoved'] as const;

type Handled = Extract<UnitEvent, { type: (typeof HANDLED)[number] }>;

/** As long as an id may be. */
const LONGEST_ID = 64;

/**
 * B2: the final acceptance of a system, or that it gets an owner after it, drafts the contract of its warranty,
 * under a number that follows from the system's: a second telling drafts no second one.
 */
export const draftWarrantyWhenASystemIsAccepted: Process<null, Handled> = {
  name: 'draft-warranty-when-a-system-is-accepted',
  startsAt: 'installation',
  handles: only(unitEvents, HANDLED),
  initialState: null,
  evolve: () => undefined,
  react({ id, type, data }) {
    const { unit } = data;
    if (type === 'UnitRegistered' && (data.kind !== 'system' || !data.warranty)) return [];
    if (type === 'UnitMoved' && data.customer === undefined) return [];
    const named = `BX-${unit}`;
    const contract = named.length > LONGEST_ID ? id : named;
    return [send(contractStreams, contract, 'DraftWarranty', { contract, unit })];
  },
};
