import { expect, test } from '@jest/globals';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specifyRows } from '@app/projections/src/testing/given-events.js';
import { contractProposals } from './contract-proposals.projection.js';

const { given, event } = specifyRows(contractProposals, SUPERVISOR);

const unit = 'U-1';
const proposal = { unit, product: '门禁', customer: 'lanting', site: 'gate', until: '2028-03-01' };
const proposed = event('ContractProposed', proposal);
const row = {
  ...{ unit, product: '门禁', customer: 'lanting', site: 'gate', warrantyUntil: '2028-03-01' },
  ...{ proposedAt: proposed.occurredAt, recorded: '1' },
};
const before = { customer: 'lanting', site: 'gate' };
const said = { product: '门禁', documents: [], acceptedOn: '2026-03-01', reason: '型号抄错' };
const warranty = { countedFrom: 'final-acceptance', from: '2026-03-01' } as const;

test('[B2] whoever is to be offered a contract is listed with what it is for', () => {
  expect(given(proposed)).toEqual([row]);
  expect(given(event('UnitMoved', { unit, customer: 'lanting', before }))).toEqual([]);
});

test('[B2] it stays while owner and warranty stay, wherever the unit stands', () => {
  const moved = event('UnitMoved', { unit, customer: 'lanting', before });
  const corrected = event('UnitCorrected', {
    ...{ unit, ...said },
    warranty: { ...warranty, until: '2028-03-01' },
  });
  expect(given(proposed, moved, corrected)).toEqual([{ ...row, site: null }]);
});

test.each([
  event('UnitMoved', { unit, customer: 'wenhui', before }),
  event('UnitRetired', { unit, how: 'scrapped' }),
  event('UnitCorrected', { unit, ...said, warranty: { ...warranty, until: '2029-03-01' } }),
  event('UnitCorrected', { unit, ...said }),
])('[B2] it goes with the owner, the unit, or the warranty that it was for: $type', (last) => {
  expect(given(proposed, last)).toEqual([]);
});
