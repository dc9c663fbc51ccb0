import {
  contractsFor,
  contractStreams,
  coveringOf,
  promiseStreams,
  type CoveringContract,
} from '@app/contracts';
import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { coverAt, type Cover, type CoverContract } from '../domain/unit/cover.js';
import { unitStreams, type KnownUnit } from '../domain/unit/unit.state.js';
import { knownOf } from './marked-units.js';
import { sameCustomers } from './same-customers.js';

/** The contracts that are for each of these units, by what their owners had agreed on by an instant (ADR 42). */
export async function contractsOfUnits(
  units: readonly KnownUnit[],
  at: Instant,
  contexts: Contexts,
): Promise<readonly (readonly CoverContract[])[]> {
  const owners = [...new Set(units.flatMap(({ customer }) => customer ?? []))];
  const promised = new Map(
    await Promise.all(
      owners.map(async (owner) => [owner, await promisesTo(owner, at, contexts)] as const),
    ),
  );
  return units.map(({ unit, site, customer: owner = '' }) => {
    const files = promised.get(owner) ?? [];
    return files.flatMap(({ file, then }) =>
      // A site is called so in its own file alone.
      contractsFor(then, { unit, site: file === owner ? site : undefined }).map(asCover),
    );
  });
}

/** The cover that counts for each of these units at an instant, their contracts as agreed on by then (V12, B2). */
export async function coversAt(
  units: readonly KnownUnit[],
  at: Instant,
  contexts: Contexts,
): Promise<readonly (Cover | undefined)[]> {
  const contracts = await contractsOfUnits(units, at, contexts);
  return units.map((unit, index) => coverAt({ ...unit, contracts: contracts[index]! }, at));
}

/** What a contract covers by itself, and the units that it names. */
export interface UnderContract {
  readonly customer: string;
  /** Undefined: nothing had been agreed on by then. */
  readonly cover: Cover | undefined;
  readonly units: readonly KnownUnit[];
}

/** The contract of a number, as somebody shows it (V11); undefined where both have not signed one. */
export async function underContract(
  number: string,
  at: Instant,
  contexts: Contexts,
): Promise<UnderContract | undefined> {
  const contract = await contexts.read(contractStreams, number);
  if (contract.status === 'none' || contract.status === 'drafted') return undefined;
  const { customer, systems } = contract;
  const { then } = await contexts.readAsOf(promiseStreams, customer, at);
  const contracts = then
    .filter((each) => each.contract === contract.contract)
    .flatMap(coveringOf)
    .map(asCover);
  const units = knownOf(await contexts.readMany(unitStreams, systems));
  return { customer, cover: coverAt({ contracts }, at), units };
}

function promisesTo(owner: string, at: Instant, contexts: Contexts) {
  return sameCustomers(owner, contexts).then((files) =>
    Promise.all(
      files.map(async (file) => {
        const { then } = await contexts.readAsOf(promiseStreams, file, at);
        return { file, then };
      }),
    ),
  );
}

function asCover({ contract: document, kind, from, until }: CoveringContract): CoverContract {
  return { document, kind: kind === 'warranty' ? 'in-warranty' : 'under-contract', from, until };
}
