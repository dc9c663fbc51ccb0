import { instantOf, localDate } from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type { DraftWarranty } from './contract.commands.js';
import type { ContractDrafted, ContractEvent } from './contract.events.js';
import type { Contract } from './contract.state.js';
import type { Terms } from './terms.js';

/**
 * B2: from its final acceptance on a system has a contract of warranty, with the services of one after it. It
 * is drafted by itself, with what the policy promises everybody: what is maintained and what is done in
 * emergencies the two sides still put in, and without the latter neither may sign it (B3). Of a warranty that
 * is over when it is told of, nothing is drafted, and never a second one for the same system.
 */
export function draftWarranty(command: DraftWarranty, contract: Contract): ContractEvent[] {
  const { system } = command.known;
  if (contract.status !== 'none' || !system) return [];
  const { unit, customer, site, from, until } = system;
  if (until < localDate(command.occurredAt)) return [];
  const draft: ContractDrafted['data'] = {
    contract: command.data.contract,
    customer,
    kind: 'warranty',
    sites: site === undefined ? [] : [site],
    systems: [unit],
    from,
    until,
    terms: promisedToAll(from),
  };
  return [happened(command, 'ContractDrafted', draft, ['B2', 'B3'])];
}

/** By the settings of the day of the acceptance. */
function promisedToAll(day: string): Terms {
  const { response, restoration } = policyAt(instantOf(day, '00:00')).sla;
  return {
    ...{ response, restoration, maintenance: [] },
    ...{ sparesPriority: true, retraining: true, price: '0.00' },
  };
}
