import { findingsAfter, isOfFinding, type WithFindings } from '@app/findings';
import { plusDays, streams, type Instant, type LocalDate } from '@app/kernel';
import type { AtRound, ContractDrafted, ContractEvent } from './contract.events.js';
import type { Party } from './contract.values.js';
import { roundsAfter, type Round } from './round.state.js';
import type { MaintenancePlan, Terms } from './terms.js';

/** Terms, and the first day on which they hold. */
export interface Version {
  readonly from: LocalDate;
  readonly terms: Terms;
}

/** A contract from its draft on. */
export interface DrawnContract
  extends Omit<ContractDrafted['data'], 'terms'>, WithFindings<AtRound> {
  readonly status: 'drafted' | 'in-force' | 'ended';
  readonly signed: readonly Party[];
  /** In the order in which they hold; each until the next. */
  readonly versions: readonly Version[];
  /** Whether `until` is where it was ended before its time. */
  readonly terminated: boolean;
  readonly rounds: readonly Round[];
  /** Rounds are planned from that date on; undefined: none was yet. */
  readonly plannedSince?: LocalDate;
  /** Year for whose calendar the rest of the rounds waits; undefined: none does. */
  readonly awaits?: string;
  /** When somebody last agreed on something. */
  readonly since: Instant;
}

export type Contract = (WithFindings<AtRound> & { readonly status: 'none' }) | DrawnContract;

export const contractStreams = streams<Contract>('contract');

export const initialState = (): Contract => ({ status: 'none', findings: [] });

/** The contract after one more event. */
export function evolve(contract: Contract, event: ContractEvent): Contract {
  if (event.type === 'ContractDrafted') return drafted(contract, event);
  if (contract.status === 'none') return contract;
  if (isOfFinding(event)) return { ...contract, findings: findingsAfter(contract.findings, event) };
  return { ...agreed(contract, event), rounds: roundsAfter(contract.rounds, event) };
}

function drafted(
  { findings }: Contract,
  { data: { terms, ...data }, occurredAt: since }: ContractDrafted,
): DrawnContract {
  const versions = [{ from: data.from, terms }];
  const begun = { signed: [], terminated: false, rounds: [] };
  return { status: 'drafted', ...data, versions, ...begun, findings, since };
}

function agreed(contract: DrawnContract, event: ContractEvent): DrawnContract {
  const { occurredAt: since } = event;
  switch (event.type) {
    case 'DraftRevised':
      return { ...contract, ...revised(contract, event.data.terms), since };
    case 'ContractSigned':
      return { ...contract, signed: [...contract.signed, event.data.party], since };
    case 'ContractConcluded':
      return { ...contract, status: 'in-force', since };
    case 'ContractAmended':
      return { ...contract, versions: withVersion(contract, event.data), since };
    case 'ContractRenewed': {
      const { until } = event.data;
      const versions = withVersion(contract, event.data);
      return { ...contract, status: 'in-force', until, versions, since };
    }
    case 'ContractTerminated':
      return { ...contract, until: event.data.on, terminated: true, since };
    case 'ContractEnded':
      return { ...contract, status: 'ended' };
    case 'MaintenancePlanned': {
      const { awaits: _, ...rest } = contract;
      const { since: plannedSince, awaits } = event.data;
      return { ...rest, plannedSince, ...(awaits !== undefined && { awaits }) };
    }
    default:
      return contract;
  }
}

function revised(
  { from }: DrawnContract,
  terms: Terms,
): Pick<DrawnContract, 'versions' | 'signed'> {
  return { versions: [{ from, terms }], signed: [] };
}

/** One from the same date takes the place of what was agreed before. */
function withVersion({ versions }: DrawnContract, { from, terms }: Version): readonly Version[] {
  const others = versions.filter((each) => each.from !== from);
  return [...others, { from, terms }].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The terms that hold on a day of the contract; undefined before its first and after its last. */
export function termsOn(
  { until, versions }: Pick<DrawnContract, 'until' | 'versions'>,
  day: LocalDate,
): Version | undefined {
  return day > until ? undefined : versions.findLast(({ from }) => from <= day);
}

/** The plan of that name by the terms of a day. */
export function planOn(
  contract: DrawnContract,
  plan: string,
  day: LocalDate,
): MaintenancePlan | undefined {
  return termsOn(contract, day)?.terms.maintenance.find((each) => each.plan === plan);
}

/** The spans in which each version holds, until the last day. */
export function spansOf({
  until,
  versions,
}: Pick<DrawnContract, 'until' | 'versions'>): readonly (Version & { until: LocalDate })[] {
  return versions
    .map((version, index) => {
      const next = versions[index + 1];
      const last = next ? plusDays(next.from, -1) : until;
      return { ...version, until: last < until ? last : until };
    })
    .filter(({ from, until: last }) => from <= last);
}
