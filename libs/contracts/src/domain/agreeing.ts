import { enforceOrFind, recordFindings } from '@app/findings';
import {
  alreadyRegistered,
  Invalid,
  localDate,
  instantOf,
  notBefore,
  NotPossible,
  plusDays,
  plusMonths,
  type LocalDate,
} from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type {
  AmendContract,
  AskForRetraining,
  DraftContract,
  EndContract,
  RenewContract,
  ReviseDraft,
  SignContract,
  TerminateContract,
} from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import { termsOn, type Contract, type DrawnContract } from './contract.state.js';
import { found } from './found.js';
import {
  idsOf,
  over,
  requireConcluded,
  requireDraft,
  requireDrawn,
  requireInForce,
} from './preconditions.js';
import { checkTerms, type Terms } from './terms.js';

/** Months that a contract lasts at most, renewals apart, and how often its terms may be amended. */
const MOST_MONTHS = 120;
const MOST_VERSIONS = 100;

/** A contract is drafted; the warranty of a system is one from its final acceptance on (B2). */
export function draftContract(command: DraftContract, contract: Contract): ContractEvent[] {
  if (contract.status !== 'none') throw alreadyRegistered({ zh: '合同', en: 'contract' });
  const { kind, from, sites, terms } = command.data;
  const until = command.data.until ?? warrantyUntil(kind, from);
  requireTerm(from, until);
  for (const [index, site] of sites.entries())
    if (!command.known.sites.includes(site)) throw siteUnknown(index);
  checkTerms(terms, command.known.sites);
  return [happened(command, 'ContractDrafted', { ...command.data, until }, ['B2', 'B3'])];
}

export function reviseDraft(command: ReviseDraft, contract: Contract): ContractEvent[] {
  const draft = requireDraft(contract);
  notBefore(command, draft.since);
  checkTerms(command.data.terms, command.known.sites);
  return [happened(command, 'DraftRevised', { ...idsOf(draft), ...command.data }, ['B2', 'B3'])];
}

/**
 * One of the two signs. With both it is concluded.
 *
 * @throws Refused under B3, told in time: it says nothing of emergencies
 */
export function signContract(command: SignContract, contract: Contract): ContractEvent[] {
  const drawn = requireDrawn(contract);
  const { party, by } = command.data;
  if (drawn.signed.includes(party)) return [];
  const draft = requireDraft(drawn);
  notBefore(command, draft.since);
  if (party === 'customer' && by === undefined) throw signerUnnamed();
  const { emergency } = draft.versions[0]!.terms;
  const missed = enforceOrFind(command, [found.emergenciesAreAgreed], {
    ...(emergency && { emergency }),
  });
  const signer = party === 'customer' && by !== undefined ? { by } : {};
  const { from, until } = draft;
  const signed = { ...idsOf(draft), party, ...signer };
  const concluded = { ...idsOf(draft), from, until };
  return [
    happened(command, 'ContractSigned', signed, ['B2', 'B3']),
    ...(draft.signed.length > 0
      ? [happened(command, 'ContractConcluded', concluded, ['B2', 'B3'])]
      : []),
    ...recordFindings(command, draft, missed, {
      person: command.actor.onBehalfOf ?? command.actor.id,
    }),
  ];
}

/** Other terms hold from a date on. What runs by those of before goes on by them (B2). */
export function amendContract(command: AmendContract, contract: Contract): ContractEvent[] {
  const open = requireInForce(contract);
  notBefore(command, open.since);
  const { from, terms } = command.data;
  if (from < open.from || from > open.until) throw outsideTheTerm('/from');
  requireRoom(open);
  return [
    happened(command, 'ContractAmended', { ...idsOf(open), ...command.data }, ['B2', 'B3']),
    ...agreedOn(command, open, terms),
  ];
}

/** It goes on after its last day, whether that has passed or not, unless it was ended before its time. */
export function renewContract(command: RenewContract, contract: Contract): ContractEvent[] {
  const drawn = requireConcluded(contract);
  if (drawn.terminated) throw over();
  notBefore(command, drawn.since);
  const { until, by } = command.data;
  const from = plusDays(drawn.until, 1);
  requireTerm(from, until);
  requireRoom(drawn);
  const terms = command.data.terms ?? termsOn(drawn, drawn.until)!.terms;
  const renewed = { ...idsOf(drawn), from, until, terms, by };
  return [
    happened(command, 'ContractRenewed', renewed, ['B2', 'B3']),
    ...agreedOn(command, drawn, terms),
  ];
}

export function terminateContract(command: TerminateContract, contract: Contract): ContractEvent[] {
  const open = requireInForce(contract);
  notBefore(command, open.since);
  const { on } = command.data;
  if (on < open.from || on > open.until) throw outsideTheTerm('/on');
  return [happened(command, 'ContractTerminated', { ...idsOf(open), ...command.data }, ['B2'])];
}

/** Its last day is over; whoever asks too early, or twice, is answered with nothing. */
export function endContract(command: EndContract, contract: Contract): ContractEvent[] {
  if (contract.status !== 'in-force') return [];
  if (command.occurredAt < instantOf(plusDays(contract.until, 1), '00:00')) return [];
  const ended = { ...idsOf(contract), on: contract.until };
  return [happened(command, 'ContractEnded', ended, ['B2'])];
}

/** B2: 如果业主的系统操作人员有所变动，我公司负责进行培训: in warranty or after it. */
export function askForRetraining(command: AskForRetraining, contract: Contract): ContractEvent[] {
  const drawn = requireConcluded(contract);
  const held = termsOn(drawn, localDate(command.occurredAt));
  const asked = {
    ...idsOf(drawn),
    change: command.data.change,
    charged: !held?.terms.retraining,
  };
  return [happened(command, 'RetrainingAsked', asked, ['B2'])];
}

/** What is agreed on anew is checked as a draft is, and answers to B3 as a signature does. */
function agreedOn(
  command: AmendContract | RenewContract,
  contract: DrawnContract,
  terms: Terms,
): ContractEvent[] {
  checkTerms(terms, command.known.sites);
  const missed = enforceOrFind(command, [found.emergenciesAreAgreed], terms);
  const person = command.actor.onBehalfOf ?? command.actor.id;
  return recordFindings(command, contract, missed, { person });
}

/** B2: 系统保修期为二年: so many months from the final acceptance, by the settings of that day; the last day is included. */
function warrantyUntil(kind: DraftContract['data']['kind'], from: LocalDate): LocalDate {
  if (kind !== 'warranty') throw untilMissing();
  return plusMonths(from, policyAt(instantOf(from, '00:00')).warrantyMonths);
}

function requireTerm(from: LocalDate, until: LocalDate): void {
  if (until < from) {
    const says = { zh: '截止日期早于开始日期', en: 'it would end before it begins' };
    throw new Invalid('ends-before-it-begins', says, '/until');
  }
  if (until <= plusMonths(from, MOST_MONTHS)) return;
  const says = { zh: '一份合同最长十年，期满可续', en: 'ten years at most; it can be renewed' };
  throw new Invalid('term-too-long', says, '/until');
}

function requireRoom({ versions }: DrawnContract): void {
  if (versions.length < MOST_VERSIONS) return;
  throw new NotPossible('amended-too-often', {
    zh: '变更与续签已达一百次，请另立合同',
    en: 'it was amended or renewed a hundred times; draw up another one',
  });
}

function untilMissing(): Invalid {
  const says = { zh: '维护合同须写明截止日期', en: 'a maintenance contract must say until when' };
  return new Invalid('until-missing', says, '/until');
}

function signerUnnamed(): Invalid {
  const says = { zh: '须写明客户方由谁签署', en: 'say who signs for the customer' };
  return new Invalid('signer-missing', says, '/by');
}

function siteUnknown(index: number): Invalid {
  const says = { zh: '客户没有这个地点', en: 'the customer has no such site' };
  return new Invalid('unknown-site', says, `/sites/${index}`);
}

function outsideTheTerm(pointer: string): Invalid {
  const says = { zh: '日期不在合同期限之内', en: 'the date does not lie in the term' };
  return new Invalid('outside-the-term', says, pointer);
}
