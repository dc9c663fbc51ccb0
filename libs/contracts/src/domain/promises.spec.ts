import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { concluded, IDS, TERMS } from '../testing/contracts.js';
import { contractDecider } from './contract.decider.js';
import type { DrawnContract } from './contract.state.js';
import { contractsFor } from './covering.js';
import {
  promiseDecider,
  promiseOf,
  servedUnder,
  termsHeld,
  type PromisedTerms,
} from './promises.js';

const { given, ask, event } = specify(promiseDecider, SUPERVISOR, ['B2']);

const terms: PromisedTerms = {
  from: '2026-01-01',
  until: '2026-06-30',
  response: 60,
  restoration: 180,
  sparesPriority: false,
};
const promise = (contract: string, change: object = {}, sites: readonly string[] = []) => ({
  contract,
  sites,
  systems: [],
  terms: [{ ...terms, ...change }],
});

test('[B2] the last word of each contract holds', () => {
  const first = { customer: 'C-1', ...promise('HT-1') };
  const other = { customer: 'C-1', ...promise('HT-2') };
  const last = { customer: 'C-1', ...promise('HT-1', { response: 30 }) };
  given().when(ask('PromiseContract', first)).then(event('ContractPromised', first));
  const past = [first, other, last].map((data) => event('ContractPromised', data));
  expect(fold(promiseDecider, past)).toEqual([promise('HT-2'), promise('HT-1', { response: 30 })]);
});

test('[B2] terms hold from their first day until their last, both included', () => {
  const held = (day: string) => termsHeld([promise('HT-1')], day, undefined)?.contract;
  expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(held)).toEqual([
    undefined,
    'HT-1',
    'HT-1',
    undefined,
  ]);
});

test.each([
  ['one that names the site', 'S-1', 'HT-site'],
  ['elsewhere the one that promises more', 'S-2', 'HT-fast'],
  ['without a site too', undefined, 'HT-fast'],
])('[B2] of several holds %s', (_, site, contract) => {
  const several = [
    promise('HT-slow', { response: 120 }),
    promise('HT-fast', { response: 30 }),
    promise('HT-site', { response: 90 }, ['S-1']),
  ];
  expect(termsHeld(several, '2026-03-02', site)?.contract).toBe(contract);
});

test('[B2, B3] a contract promises each of its terms until the next, and what is consented to beforehand', () => {
  const emergency = { measures: '先处置', consent: { by: '孙建平', upTo: '2000.00' }, prices: [] };
  const amended = {
    ...IDS,
    ...{ from: '2026-07-01', terms: { ...TERMS, response: 30, emergency }, by: '孙', reason: '改' },
  };
  const { event: of } = specify(contractDecider, SUPERVISOR);
  const contract = fold(contractDecider, [...concluded(), of('ContractAmended', amended)]);
  expect(promiseOf(contract as DrawnContract).terms).toEqual([
    {
      ...{ from: '2026-01-01', until: '2026-06-30', response: 60, restoration: 180 },
      sparesPriority: true,
    },
    {
      ...{ from: '2026-07-01', until: '2026-12-31', response: 30, restoration: 180 },
      ...{ sparesPriority: true },
    },
  ]);
});

test.each([
  ['a system of a contract with priority', 'SYS-1', '2026-03-02', true],
  ['that contract by its number', 'HT-1', '2026-03-02', true],
  ['a system of a contract without', 'SYS-2', '2026-03-02', false],
  ['a system of both', 'SYS-3', '2026-03-02', true],
  ['a system after the contract’s last day', 'SYS-1', '2026-07-01', undefined],
  ['a system of no contract', 'SYS-9', '2026-03-02', undefined],
])('[B2] spares: %s', (_, system, day, first) => {
  const several = [
    { ...promise('HT-1', { sparesPriority: true }), systems: ['SYS-1', 'SYS-3'] },
    { ...promise('HT-2'), systems: ['SYS-2', 'SYS-3'] },
  ];
  expect(servedUnder(several, day, system)?.sparesPriority).toBe(first);
});

describe('[V12] [B2] a contract is for', () => {
  const all = promise('HT-all');
  const site = promise('HT-site', {}, ['S-1']);
  const named = { ...promise('HT-named', {}, ['S-2']), systems: ['U-1'] };
  const warranty = { ...promise('HT-warranty'), kind: 'warranty' as const, systems: ['U-1'] };
  const over = { ...promise('HT-over'), terms: [] };
  const forUnit = (unit: string, at?: string) =>
    contractsFor([all, site, named, warranty, over], { unit, site: at }).map(
      ({ contract }) => contract,
    );

  test('the units that it names, wherever they stand, and else for all at its sites', () => {
    expect(forUnit('U-1', 'S-1')).toEqual(['HT-all', 'HT-site', 'HT-named', 'HT-warranty']);
    expect(forUnit('U-2', 'S-2')).toEqual(['HT-all']);
    expect(forUnit('U-2')).toEqual(['HT-all']);
  });

  test('them from the first day of its terms to the last, whatever was amended between', () => {
    const later = { ...terms, from: '2026-07-01', until: '2027-06-30' };
    const amended = { ...warranty, terms: [terms, later] };
    expect(contractsFor([amended, all], { unit: 'U-1' })).toEqual([
      { contract: 'HT-warranty', kind: 'warranty', from: '2026-01-01', until: '2027-06-30' },
      { contract: 'HT-all', kind: 'maintenance', from: '2026-01-01', until: '2026-06-30' },
    ]);
  });
});
