import { sameCustomers, unitStreams, customerStreams } from '@app/customers';
import type { Contexts } from '@app/event-store';
import type { DraftWarranty } from '../domain/contract.commands.js';
import { contractsFor } from '../domain/covering.js';
import { promiseStreams } from '../domain/promises.js';

/**
 * The system as its file stands, with the days of its warranty; nothing where it is none, is nobody's or there
 * no more, or a contract of warranty that names it has been agreed on with its owner, in whichever file.
 */
export async function acceptedSystem(
  { data }: Pick<DraftWarranty, 'data'>,
  contexts: Contexts,
): Promise<DraftWarranty['known']> {
  const file = await contexts.read(unitStreams, data.unit);
  if (file.status !== 'in-use' || file.kind !== 'system') return {};
  const { unit, customer, warranty, site } = file;
  if (customer === undefined || !warranty) return {};
  const owner = await contexts.read(customerStreams, customer);
  if (owner.status !== 'registered') return {};
  const files = await sameCustomers(customer, contexts);
  const promised = await contexts.readMany(promiseStreams, files);
  const agreed = contractsFor(
    promised.flat().filter(({ systems }) => systems.includes(unit)),
    { unit, site },
  );
  if (agreed.some(({ kind, until }) => kind === 'warranty' && until >= warranty.from)) return {};
  const at = owner.sites.some((each) => each.site === site) && site !== undefined ? { site } : {};
  const { from, until } = warranty;
  return { system: { unit, customer, ...at, from, until } };
}
