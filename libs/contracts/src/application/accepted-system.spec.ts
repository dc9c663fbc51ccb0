import { expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { acceptedSystem } from './accepted-system.js';

const warranty = { countedFrom: 'final-acceptance', from: '2026-03-01', until: '2028-03-01' };
const unit = {
  status: 'in-use',
  unit: 'U-1',
  kind: 'system',
  customer: 'C-1',
  site: 'S-1',
  warranty,
};
const file = { status: 'registered', sites: [{ site: 'S-1' }] };
const terms = [{ from: '2026-03-01', until: '2028-03-01' }];
const promise = { contract: 'HT-1', kind: 'warranty', sites: [], systems: ['U-1'], terms };

const known = (more: object = {}, promises: readonly object[] = [], owner: object = file) =>
  acceptedSystem(
    { data: { contract: 'BX-U-1', unit: 'U-1' } },
    new StatedContexts((stream) => {
      if (stream === 'unit-U-1') return { ...unit, ...more };
      if (stream === 'customer-C-1') return owner;
      if (stream === 'merge-C-1') return { merged: ['C-2'] };
      return stream === 'promise-C-2' ? promises : [];
    }),
  );

test('[B2] a system that is accepted and somebody’s is known with site and days of its warranty', async () => {
  const { from, until } = warranty;
  const system = { unit: 'U-1', customer: 'C-1', site: 'S-1', from, until };
  expect(await known()).toEqual({ system });
  const { site: _, ...nowhere } = system;
  expect(await known({ site: 'S-9' })).toEqual({ system: nowhere });
});

test('[B2] nothing of a product, of nobody’s, of what was not accepted, retired or erased', async () => {
  for (const more of [
    { kind: 'product' },
    { customer: undefined },
    { warranty: undefined },
    { status: 'retired' },
  ])
    expect(await known(more)).toEqual({});
  expect(await known({}, [], { status: 'erased', sites: [] })).toEqual({});
});

test('[B2] nor where a contract of warranty that names it is agreed on, in another file of the customer’s too', async () => {
  expect(await known({}, [promise])).toEqual({});
  const { system } = await known();
  expect(await known({}, [{ ...promise, kind: 'maintenance' }])).toEqual({ system });
  expect(await known({}, [{ ...promise, systems: [] }])).toEqual({ system });
  const before = [{ from: '2024-01-01', until: '2026-02-28' }];
  expect(await known({}, [{ ...promise, terms: before }])).toEqual({ system });
});
