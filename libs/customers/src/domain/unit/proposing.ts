import { plusDays, type Ask, type LocalDate } from '@app/kernel';
import { happened } from '@app/policy';
import type { CoverContract } from './cover.js';
import type { UnitEvent } from './unit.events.js';
import type { KnownUnit } from './unit.state.js';

export type ProposeContract = Ask<
  'ProposeContract',
  { until: LocalDate },
  { readonly contracts: readonly CoverContract[] }
>;

/**
 * B2: a warranty that is about to end proposes a contract to the unit's owner, once. Nothing is proposed
 * where the warranty was set right since, the unit is nobody's or there no more, or a contract covers it
 * from the day after.
 */
export function proposeContract(command: ProposeContract, known: KnownUnit): UnitEvent[] {
  const { unit, product, customer, site, status, warranty, proposedFor } = known;
  const { until } = command.data;
  if (status === 'retired' || customer === undefined) return [];
  if (warranty?.until !== until || proposedFor === until) return [];
  const after = plusDays(until, 1);
  if (command.known.contracts.some((each) => each.from <= after && after <= each.until)) return [];
  const proposed = { unit, product, customer, ...(site !== undefined && { site }), until };
  return [happened(command, 'ContractProposed', proposed, ['B2'])];
}
