import { expect, test } from '@jest/globals';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { policy } from '@app/policy';
import { concluded } from '../testing/contracts.js';
import type { ContractCommand } from './contract.commands.js';
import { contractDecider } from './contract.decider.js';

const PROCESS = { id: 'draft-warranty-when-a-system-is-accepted', role: 'process' };
const given = specification(contractDecider);
const from = '2026-03-01';
const system = { unit: 'U-1', customer: 'C-1', site: 'S-1', from, until: '2028-03-01' };
const draft = (known: object = { system }) =>
  commandOf<ContractCommand>(PROCESS)(
    'DraftWarranty',
    { contract: 'BX-U-1', unit: 'U-1' },
    '09:00',
    { known },
  );
const sign = commandOf<ContractCommand>({ id: 'zhao-min', role: 'supervisor' })(
  'SignContract',
  { party: 'centre' },
  '10:00',
);

test('[B2] a system that is accepted has its warranty drafted, as a contract of the days of its warranty', () => {
  const [event] = given().when(draft()).events();
  expect(event).toMatchObject({
    type: 'ContractDrafted',
    articles: ['B2', 'B3'],
    data: {
      ...{ contract: 'BX-U-1', customer: 'C-1', kind: 'warranty', sites: ['S-1'] },
      ...{ systems: ['U-1'], from, until: '2028-03-01' },
      terms: {
        response: policy.sla.response,
        restoration: policy.sla.restoration,
        ...{ sparesPriority: true, retraining: true, price: '0.00' },
      },
    },
  });
  const { site: _, ...nowhere } = system;
  const [other] = given()
    .when(draft({ system: nowhere }))
    .events();
  expect(other).toMatchObject({ data: { sites: [] } });
});

test('[B3] nobody signs it before emergencies are agreed on', () => {
  given(...given().when(draft()).events())
    .when(sign)
    .thenRefusedUnder('B3');
});

test('[B2] it is drafted once; and nothing of what is no system, or of a warranty that is over', () => {
  given(...concluded())
    .when(draft())
    .thenNothing();
  given().when(draft({})).thenNothing();
  given()
    .when(draft({ system: { ...system, until: '2026-03-01' } }))
    .thenNothing();
  expect(
    given()
      .when(draft({ system: { ...system, until: '2026-03-02' } }))
      .events(),
  ).toHaveLength(1);
});
