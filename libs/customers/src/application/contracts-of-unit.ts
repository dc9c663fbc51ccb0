import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { ProposeContract } from '../domain/unit/proposing.js';
import type { Unit } from '../domain/unit/unit.state.js';
import { contractsOfUnits } from './unit-covers.js';

/** The contracts that are for a unit, by what had been agreed on by then. */
export async function contractsOfUnit(
  { occurredAt }: { readonly occurredAt: Instant },
  contexts: Contexts,
  unit: Unit,
): Promise<ProposeContract['known']> {
  if (unit.status === 'none') return { contracts: [] };
  const [contracts] = await contractsOfUnits([unit], occurredAt, contexts);
  return { contracts: contracts! };
}
