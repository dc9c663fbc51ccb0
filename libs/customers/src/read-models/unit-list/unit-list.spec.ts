import { expect, test } from '@jest/globals';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specifyRows } from '@app/projections/src/testing/given-events.js';
import type { UnitEvent } from '../../contract.js';
import { unitList } from './unit-list.projection.js';

const { given, event } = specifyRows(unitList, SUPERVISOR);

const unit = 'U-1';
const door = { barcode: 'BC-1', name: '分机' };
const registered = event('UnitRegistered', {
  unit,
  kind: 'system',
  product: '门禁',
  documents: ['W-1'],
  customer: 'lanting',
  site: 'gate',
  components: [door],
});
const row = {
  unit,
  kind: 'system',
  status: 'in-use',
  product: '门禁',
  serial: null,
  customer: 'lanting',
  site: 'gate',
  documents: ['W-1'],
  components: [door],
  countedFrom: null,
  warrantyFrom: null,
  warrantyUntil: null,
  version: 1,
};
const warranty = {
  countedFrom: 'final-acceptance',
  from: '2026-03-01',
  until: '2028-03-01',
} as const;
const accepted = event('UnitAccepted', { unit, acceptedOn: '2026-03-01', warranty });

test('[R8] the installed base shows whose a unit is, where it stands and what is in it', () => {
  expect(given(registered)).toEqual([row]);
});

test('[B2] it shows until when warranty and contracts cover a unit, the last of them', () => {
  const inWarranty = {
    ...row,
    countedFrom: 'final-acceptance',
    warrantyFrom: '2026-03-01',
    warrantyUntil: '2028-03-01',
    version: 2,
  };
  expect(given(registered, accepted)).toEqual([inWarranty]);
});

test('[V12] it shows what was replaced by what, who has it now, and that it is there no more', () => {
  const by = { barcode: 'BC-2', name: '分机' };
  const later: UnitEvent[] = [
    event('ComponentReplaced', { unit, replaced: 'BC-1', by, ticket: 'T-1' }, '10:00'),
    event('UnitMoved', { unit, customer: 'wenhui', before: { customer: 'lanting', site: 'gate' } }),
    event('UnitRetired', { unit, how: 'scrapped' }),
  ];
  expect(given(registered, accepted, ...later)).toMatchObject([
    {
      status: 'retired',
      customer: 'wenhui',
      site: null,
      warrantyUntil: '2028-03-01',
      components: [{ ...door, replacedBy: 'BC-2', ticket: 'T-1' }, by],
      version: 5,
    },
  ]);
});
