import {
  eventTable,
  none,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
  type LocalDate,
} from '@app/kernel';
import { happened } from '@app/policy';
import { spansOf, type DrawnContract } from './contract.state.js';
import type { ContractKind } from './contract.values.js';
import type { Terms } from './terms.js';

/** What one contract promises from a day until another, both included. */
export type PromisedTerms = Pick<Terms, 'response' | 'restoration' | 'hours' | 'sparesPriority'> & {
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/** All that a contract promises its customer. */
export interface ContractPromise {
  readonly contract: string;
  /** Default, and of what was promised before it was said: `maintenance`. */
  readonly kind?: ContractKind;
  /** Sites that it is for; none: all of the customer's. */
  readonly sites: readonly string[];
  /** Ids of the systems and units that it is for; none: all at its sites. */
  readonly systems: readonly string[];
  readonly terms: readonly PromisedTerms[];
}

export type ContractPromised = DomainEvent<
  'ContractPromised',
  { customer: string } & ContractPromise
>;
export type PromiseContract = Command<'PromiseContract', ContractPromised['data']>;

/** What a customer's contracts promise, the last word of each. Stream `promise-<customer>`. */
export type Promises = readonly ContractPromise[];

export const promiseStreams = streams<Promises>('promise');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const promiseEvents = eventTable<ContractPromised>(
  {
    ContractPromised: {
      customer: 'jiangbin',
      contract: 'HT-2026-JB',
      sites: ['S-1'],
      systems: ['SYS-1'],
      terms: [
        {
          from: '2026-01-01',
          until: '2026-12-31',
          response: 60,
          restoration: 180,
          hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }],
          sparesPriority: true,
        },
      ],
    },
  },
  none('ContractPromised'),
);

export const promiseDecider: Decider<PromiseContract, Promises, ContractPromised> = {
  initialState: () => [],
  evolve: (promises, { data: { customer: _, ...promise } }) => [
    ...promises.filter(({ contract }) => contract !== promise.contract),
    promise,
  ],
  decide: (command) => [happened(command, 'ContractPromised', command.data, ['B2'])],
};

/** What a contract promises its customer as it stands. */
export function promiseOf(contract: DrawnContract): PromiseContract['data'] {
  const { customer, contract: id, kind, sites, systems } = contract;
  const terms = spansOf(contract).map(({ from, until, terms: agreed }): PromisedTerms => {
    const { response, restoration, hours, sparesPriority } = agreed;
    return {
      ...{ from, until, response, restoration, sparesPriority },
      ...(hours && { hours }),
    };
  });
  return { customer, contract: id, kind, sites, systems, terms };
}

/** Terms that are promised, and the contract that promises them. */
export type HeldTerms = PromisedTerms & { readonly contract: string };

/**
 * The terms that hold at a customer's site on a day; undefined where no contract does. Of several, one
 * that names the site goes before one for all sites, and then the one that promises more: somebody on
 * site sooner, then the fault gone sooner.
 */
export function termsHeld(
  promises: Promises,
  day: LocalDate,
  site: string | undefined,
): HeldTerms | undefined {
  return promises
    .filter(({ sites }) => sites.length === 0 || (site !== undefined && sites.includes(site)))
    .flatMap(({ contract, sites, terms }) =>
      terms
        .filter(({ from, until }) => from <= day && day <= until)
        .map((each) => ({ named: sites.length > 0, held: { ...each, contract } })),
    )
    .sort((a, b) => compare(ranked(a), ranked(b)))[0]?.held;
}

type Ranked = readonly [number, number, number, string];

function ranked({ named, held }: { readonly named: boolean; readonly held: HeldTerms }): Ranked {
  return [named ? 0 : 1, held.response, held.restoration, held.contract];
}

function compare(one: Ranked, other: Ranked): number {
  const differ = one.findIndex((each, index) => each !== other[index]);
  if (differ < 0) return 0;
  return one[differ]! < other[differ]! ? -1 : 1;
}

/** Whether a contract promises something for that system, or is called so, on a day; and whether its spares come first then. */
export function servedUnder(
  promises: Promises,
  day: LocalDate,
  system: string,
): { readonly sparesPriority: boolean } | undefined {
  const held = promises
    .filter(({ contract, systems }) => contract === system || systems.includes(system))
    .flatMap(({ terms }) => terms.filter(({ from, until }) => from <= day && day <= until));
  if (held.length === 0) return undefined;
  return { sparesPriority: held.some(({ sparesPriority }) => sparesPriority) };
}
