import { expect, test } from '@jest/globals';
import type { KnownUnit, Warranty } from '@app/customers';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { installedCover, type CallOf, type LookedAt } from './installed-cover.js';

const warranty: Warranty = {
  countedFrom: 'final-acceptance',
  from: '2024-02-29',
  until: '2026-02-28',
  months: 24,
};
const unit: KnownUnit = {
  status: 'in-use',
  unit: 'U-1',
  kind: 'system',
  product: '兰亭门禁',
  serial: 'LT-1',
  documents: ['W-1'],
  customer: 'lanting',
  components: [
    { barcode: 'BC-1', name: '分机', replacedBy: 'BC-2', ticket: 'T-0' },
    { barcode: 'BC-2', name: '分机' },
  ],
  warranty,
  since: '2024-03-01T00:00:00.000Z',
};

const contract = {
  contract: 'HT-1',
  sites: [],
  systems: ['U-1'],
  terms: [
    {
      from: '2026-03-01',
      until: '2026-08-31',
      response: 60,
      restoration: 120,
      sparesPriority: true,
    },
    {
      from: '2026-09-01',
      until: '2027-02-28',
      response: 60,
      restoration: 90,
      sparesPriority: true,
    },
  ],
};
/** It names a site alone, and no unit that is on file. */
const other = { ...contract, contract: 'HT-2', systems: [], sites: ['gate'] };
/** When both had signed them. */
const SIGNED = '2026-02-01T00:00:00.000Z';

/** The streams that stand whatever is asked. */
const STANDING: Readonly<Record<string, unknown>> = {
  'contract-HT-1': { customer: 'lanting', status: 'in-force', ...contract },
  'contract-HT-2': { customer: 'lanting', status: 'in-force', ...other },
  'contract-HT-3': { customer: 'lanting', status: 'drafted', ...other },
  'merge-lanting-2': { merged: [], into: 'lanting' },
  'merge-lanting': { merged: ['lanting-2'] },
};
/** And those of a kind of which nothing is said. */
const EMPTY: Readonly<Record<string, unknown>> = {
  promise: [],
  contract: { status: 'none' },
  merge: { merged: [] },
  mark: [],
  unit: { status: 'none' },
};
const MARKS = ['W-1', 'BC-1', 'BC-2'];

const known = (by: LookedAt, call: Partial<CallOf> = {}, ...others: KnownUnit[]) => {
  const units = [unit, ...others];
  const files = Object.fromEntries(units.map((each) => [`unit-${each.unit}`, each]));
  const contexts = new StatedContexts((stream, moment = call.at ?? SIGNED) => {
    if (stream === 'promise-lanting') return moment >= SIGNED ? [contract, other] : [];
    if (MARKS.some((mark) => stream.endsWith(`:${mark}`))) return units.map((each) => each.unit);
    return STANDING[stream] ?? files[stream] ?? EMPTY[stream.split('-')[0]!];
  });
  const at = '2026-02-28T15:59:59.999Z';
  return installedCover(contexts, by, { at, customer: 'lanting', ...call });
};
const inWarranty = {
  kind: 'in-warranty',
  reference: 'W-1',
  from: '2024-02-28T16:00:00.000Z',
  until: '2026-02-28T15:59:59.999Z',
};
const found = { unit: 'U-1', product: '兰亭门禁', serial: 'LT-1', warranty };

test('[V11] [B2] a document leads to the unit’s warranty, with what its file says as evidence', async () => {
  expect(await known({ document: 'W-1' })).toEqual({
    entitlement: inWarranty,
    owner: 'lanting',
    product: '兰亭门禁',
    unit: found,
  });
});

test('[V12] a barcode leads there too, and says what took the component’s place', async () => {
  const component = { barcode: 'BC-1', name: '分机', replacedBy: 'BC-2' };
  expect(await known({ barcode: 'bc-1' })).toMatchObject({
    entitlement: { ...inWarranty, reference: 'bc-1' },
    unit: { ...found, component },
  });
});

test('[B2] at the first moment after the warranty the contract counts, by its own number', async () => {
  expect(await known({ barcode: 'BC-2' }, { at: '2026-02-28T16:00:00.000Z' })).toMatchObject({
    entitlement: { kind: 'under-contract', reference: 'HT-1' },
  });
});

test('[V11] what no unit has, and no contract, entitles to nothing', async () => {
  const nothing = { entitlement: undefined };
  expect(await known({ document: 'W-9' })).toEqual(nothing);
  expect(await known({ document: 'HT-3' })).toEqual(nothing);
  expect(await known({ barcode: 'HT-1' })).toEqual(nothing);
  expect(await known({})).toEqual(nothing);
});

test('[V11] the number of a contract leads to the units that it names, which it covers when it holds', async () => {
  const at = '2026-09-15T00:00:00.000Z';
  expect(await known({ document: 'HT-1' }, { at })).toMatchObject({
    entitlement: { kind: 'under-contract', reference: 'HT-1', until: '2027-02-28T15:59:59.999Z' },
    owner: 'lanting',
    unit: found,
  });
});

test('[V11] [B2] a contract that names no unit covers by itself, and by what had been agreed on at the call', async () => {
  const at = '2026-09-15T00:00:00.000Z';
  expect(await known({ document: 'HT-2' }, { at })).toEqual({
    entitlement: {
      kind: 'under-contract',
      reference: 'HT-2',
      from: '2026-02-28T16:00:00.000Z',
      until: '2027-02-28T15:59:59.999Z',
    },
    owner: 'lanting',
  });
  const early = await known({ document: 'HT-2' }, { at: '2026-01-31T00:00:00.000Z' });
  expect(early).toMatchObject({ entitlement: { kind: 'chargeable', reference: 'HT-2' } });
});

test('[V11] a unit of which nothing is known from when it is warranted is chargeable', async () => {
  const { warranty: _, ...without } = unit;
  const bare = { ...without, unit: 'U-2', customer: 'renji' };
  const answer = await known({ document: 'W-1' }, { customer: 'renji' }, bare);
  expect(answer.entitlement).toEqual({ kind: 'chargeable', reference: 'W-1' });
});

test('[V12] of several under one document that one is meant which is there, the caller’s and of the product', async () => {
  const other = (more: Partial<KnownUnit>) => ({ ...unit, unit: 'U-2', ...more });
  const meant = async (call: Partial<CallOf>, one: KnownUnit, product?: string) =>
    (await known({ document: 'W-1', ...(product && { product }) }, call, one)).unit?.unit;
  expect(await meant({ customer: 'renji' }, other({ customer: 'renji' }))).toBe('U-2');
  expect(await meant({}, other({ product: '广播' }), '广 播')).toBe('U-2');
  expect(await meant({}, other({ status: 'retired', product: '广播' }), '广播')).toBe('U-1');
  const uncovered = { at: '2030-01-01T00:00:00.000Z' };
  const longer = other({ warranty: { ...warranty, until: '2030-06-30' } });
  expect(await meant(uncovered, longer)).toBe('U-2');
  expect(await meant({}, longer)).toBe('U-1');
});

test('[V11] a unit of another file of the same customer is the caller’s', async () => {
  const whose = async (customer: string) => (await known({ document: 'W-1' }, { customer })).owner;
  expect(await whose('lanting-2')).toBe('lanting-2');
  expect(await whose('renji')).toBe('lanting');
  const others = { ...unit, unit: 'U-2', customer: 'renji' };
  const call = { customer: 'lanting-2' };
  expect((await known({ document: 'W-1' }, call, others)).unit?.unit).toBe('U-1');
});
